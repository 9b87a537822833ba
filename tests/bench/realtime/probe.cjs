// Preloaded into the server that is measured (`node --expose-gc --require`): when each event was committed, how late its
// event loop is, and what it weighs. Asked by messages of the parent process.
const { monitorEventLoopDelay } = require('node:perf_hooks');

const lag = monitorEventLoopDelay({ resolution: 5 });
/** Thread and number -> moment of the commit, in ms of the machine's monotonic clock, the same in every process. */
let commits = [];

const now = () => Number(process.hrtime.bigint()) / 1e6;
const milliseconds = (nanoseconds) => Number((nanoseconds / 1e6).toFixed(2));

const answers = {
  start() {
    commits = [];
    // Listeners of commit.server.ts; they are called right after the commit.
    globalThis[Symbol.for('tideline.listeners')]?.set('bench', ({ threadId, seq }) =>
      commits.push([`${threadId}:${seq}`, now()]),
    );
    lag.enable();
    lag.reset();
    return {};
  },
  stop() {
    lag.disable();
    return {
      commits,
      lag: {
        p50: milliseconds(lag.percentile(50)),
        p99: milliseconds(lag.percentile(99)),
        max: milliseconds(lag.max),
      },
    };
  },
  weigh() {
    for (let round = 0; round < 3; round += 1) globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, used: heapUsed + external };
  },
};

process.on('message', (question) => {
  if (Object.hasOwn(answers, question)) process.send(answers[question]());
});
// The parent's end is the end of the asking, and no reason to stay.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
