import type { ActionFunction, ServerBuild } from '@remix-run/node';

/**
 * The same build for scripts that post to a URL without a page of its own. Remix answers them with the value of the
 * action alone and forgets its status, so that a refusal would be a 200; here it is a JSON answer with its status.
 * Remix's own fetchers ask at `….data` and need the build as it is.
 */
export function withBareAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action;
    if (!route || !action || route.module.default) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, action: withStatus(action) } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function withStatus(action: ActionFunction): ActionFunction {
  return async (given) => {
    const answer: unknown = await action(given);
    return isWithInit(answer) ? Response.json(answer.data, answer.init ?? {}) : answer;
  };
}

/** What `data()` makes. */
function isWithInit(answer: unknown): answer is { data: unknown; init: ResponseInit | null } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'type' in answer &&
    answer.type === 'DataWithResponseInit' &&
    'data' in answer &&
    'init' in answer
  );
}
