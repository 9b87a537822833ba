import { actionItems } from '../action-items.ts';
import { bohaiIncidents } from '../incidents/bohai-liaoning.ts';
import { chungnamIncidents } from '../incidents/chungnam.ts';
import { incheonIncidents } from '../incidents/incheon-gyeonggi.ts';
import { jeonbukIncidents } from '../incidents/jeonbuk.ts';
import { jiangsuIncidents } from '../incidents/jiangsu-zhejiang.ts';
import { shandongNorthIncidents } from '../incidents/shandong-north.ts';
import { shandongSouthIncidents } from '../incidents/shandong-south.ts';
import { southwestIncidents } from '../incidents/southwest-jeju.ts';
import type { DemoActionItem, DemoIncident, DemoTopic, Entry, Moment, When } from '../story.ts';
import { algaeThreads } from '../threads/algae.ts';
import { dangerThreads } from '../threads/danger.ts';
import { flagshipThreads } from '../threads/flagship.ts';
import { floatThreads } from '../threads/floats.ts';
import { gearThreads } from '../threads/gear.ts';
import { topics } from '../threads/topics.ts';
import { composeActionItem, linksOf, numberActionItems } from './action-item-rows.ts';
import { type Beginning, beginningOf, day, koreanMidnight, momentAfter } from './calendar.ts';
import { composeIncidents, numberIncidents } from './incident-rows.ts';
import { putNumbers } from './numbers.ts';
import { noRows, type Rows } from './rows.ts';
import { composeSeats } from './seat-rows.ts';
import { composeTopic } from './topic-rows.ts';

const conversations: { [incident: string]: Entry[] | undefined } = {
  ...flagshipThreads,
  ...gearThreads,
  ...dangerThreads,
  ...floatThreads,
  ...algaeThreads,
};

const incidents: DemoIncident[] = [
  ...incheonIncidents,
  ...chungnamIncidents,
  ...jeonbukIncidents,
  ...southwestIncidents,
  ...bohaiIncidents,
  ...shandongNorthIncidents,
  ...shandongSouthIncidents,
  ...jiangsuIncidents,
].map((incident) => {
  const conversation = conversations[incident.key];
  return conversation ? { ...incident, then: conversation } : incident;
});

type Story = { when: When; then?: readonly { at: Moment }[] };
type Dated<S> = { story: S; beginning: Beginning };

/** Everything of the demo world as rows, with dates up to `now`. */
export function composeWorld(now: Date): Rows {
  const rows = noRows();
  const today = dayOfToday([...incidents, ...topics, ...actionItems], now);
  const date = <S extends Story>(stories: readonly S[]): Dated<S>[] =>
    stories.map((story) => ({ story, beginning: beginningOf(story.when, lastOf(story), today, now) }));

  composeSeats(rows, now);
  const numberedIncidents = numberIncidents(rows, date<DemoIncident>(incidents));
  const numberedItems = numberActionItems(rows, date<DemoActionItem>(actionItems));
  composeIncidents(rows, numberedIncidents, (key) => linksOf(key, numberedItems), now);
  for (const item of numberedItems)
    composeActionItem(rows, item, { incidents: numberedIncidents, today, now });
  for (const { story, beginning } of date<DemoTopic>(topics)) composeTopic(rows, story, beginning, now);
  putNumbers(rows, {
    incident: new Map([...numberedIncidents].map(([key, { number }]) => [key, number])),
    item: new Map(numberedItems.map(({ story, number }) => [story.key, number])),
  });
  return rows;
}

/** Today, or yesterday while what the stories put on today's morning has not come. */
function dayOfToday(stories: readonly Story[], now: Date): number {
  const today = koreanMidnight(now.getTime());
  const isToCome = stories.some(({ when, then = [] }) => {
    if (!('daysAgo' in when)) return false;
    const beginning = beginningOf(when, undefined, today, now);
    return [beginning.at, ...then.map(({ at }) => momentAfter(beginning, at))].some((at) => at > now);
  });
  return isToCome ? today - day : today;
}

function lastOf({ then = [] }: Story): Moment | undefined {
  return then.at(-1)?.at;
}
