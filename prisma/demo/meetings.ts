import type { DemoSeatKey } from './seats.ts';
import type { Words } from './story.ts';

/** A point of the agenda: something of the demo world, or words of its own. */
export type DemoPoint = (
  | { title: Words }
  /** Key of an action item. */
  | { item: string }
  /** The key of a topic’s category is not enough: its title in any language. */
  | { topic: string }
) & {
  /** What each side wrote, in its own language. */
  minutes?: readonly { by: DemoSeatKey; words: Words }[];
  outcomes?: readonly { words: Words; item?: string }[];
};

export type DemoMeeting = {
  key: string;
  by: DemoSeatKey;
  /** Days before today on which it was called, began (below zero: to come) and was frozen. */
  calledDaysAgo: number;
  beganDaysAgo: number;
  frozenDaysAgo?: number;
  frozenBy?: DemoSeatKey;
  signedBy: readonly DemoSeatKey[];
  title: Words;
  place: string;
  hosts: readonly string[];
  participants: readonly DemoSeatKey[];
  /** Key of the one before it. */
  follows?: string;
  points: readonly DemoPoint[];
};

/** A conference that was and one that comes. Both are invented, as everything of the demo world. */
export const meetings: readonly DemoMeeting[] = [
  {
    key: 'conference-1',
    by: 'secretariat',
    calledDaysAgo: 300,
    beganDaysAgo: 259,
    frozenDaysAgo: 258,
    frozenBy: 'chungnam-head',
    signedBy: ['shandong-head', 'weihai-head', 'taean-head', 'qingdao-officer'],
    title: {
      ko: '황해 연안 지사·시장·군수 회의(가상)',
      zh: '黄海沿岸省长、知事、市长、郡守会议（虚构）',
      en: 'Conference of the heads of the Yellow Sea coast (fictional)',
    },
    place: '보령 · 保宁 · Boryeong',
    hosts: ['chungnam'],
    participants: [
      'chungnam-head',
      'taean-head',
      'incheon-officer',
      'jeonbuk-officer',
      'shandong-head',
      'weihai-head',
      'qingdao-officer',
      'secretariat',
    ],
    points: [
      {
        title: { ko: '연락 체계', zh: '联络机制', en: 'Who calls whom' },
        minutes: [
          {
            by: 'jeonbuk-officer',
            words: {
              ko: '야간과 휴일에 연락할 부서를 알 수 없어 대응이 늦어진다는 의견이 많았다. 부서와 가능한 언어를 함께 적은 목록을 만들기로 하였다. 당직 전화는 따로 협의한다.',
            },
          },
          {
            by: 'qingdao-officer',
            words: {
              zh: '多方反映夜间和节假日不清楚联系单位，影响处置。同意编制名单，注明经办单位和可用语言。值班电话另行商议。',
            },
          },
        ],
        outcomes: [
          {
            words: {
              zh: '双方编制中韩文联络点名单，每半年更新一次。',
              ko: '양측은 한·중 연락 창구 명단을 만들고 반년마다 갱신한다.',
              en: 'Both sides compile a list of contact points in Chinese and Korean and renew it every half year.',
            },
            item: 'contact-points',
          },
          {
            words: {
              ko: '당직 부서 간 직통 연락을 시험 운영한다.',
              zh: '值班部门之间试行直接联络。',
              en: 'The duty desks try out a direct line.',
            },
            item: 'duty-hotline',
          },
        ],
      },
      {
        title: { zh: '人员交流', ko: '담당자 교류', en: 'Exchange of officers' },
        minutes: [
          {
            by: 'qingdao-officer',
            words: {
              zh: '青岛提议互派经办人一个月。泰安愿意先行，经费各自承担，时间由双方商定。',
              ko: '칭다오가 담당자를 한 달간 서로 파견하자고 제안하였다. 태안이 먼저 하겠다고 하였고, 경비는 각자 부담하며 시기는 양측이 정한다.',
            },
          },
        ],
        outcomes: [
          {
            words: {
              zh: '互派经办人员短期工作，先在青岛和泰安之间试行。',
              ko: '담당자를 단기간 서로 파견하며, 먼저 칭다오와 태안이 시험한다.',
              en: 'Officers work on the other side for a short time; Qingdao and Taean try it first.',
            },
            item: 'officer-exchange',
          },
        ],
      },
      {
        title: { ko: '유실 어구', zh: '遗失渔具', en: 'Lost gear' },
        minutes: [
          {
            by: 'taean-head',
            words: {
              ko: '격렬비열도 서쪽의 유실 어구는 금어기에 함께 수거하는 것이 좋겠다는 데 의견이 모였다. 물량은 실측이 아니라 추정이다.',
              zh: '各方认为，格列飞列岛以西的遗失渔具宜在休渔期共同回收。数量为估计，并非实测。',
            },
          },
        ],
        outcomes: [
          {
            words: {
              ko: '금어기에 유실 어구를 함께 수거한다.',
              zh: '休渔期共同回收遗失渔具。',
              en: 'Lost gear is recovered together in the closed season.',
            },
            item: 'crab-pots',
          },
          {
            words: {
              ko: '수거한 어구의 처리 비용 분담 방안을 다음 회의까지 검토한다.',
              zh: '下次会议前研究回收渔具处置费用的分担办法。',
            },
          },
        ],
      },
    ],
  },
  {
    key: 'conference-2',
    by: 'secretariat',
    calledDaysAgo: 24,
    beganDaysAgo: -38,
    signedBy: [],
    title: {
      ko: '제2차 황해 연안 지사·시장·군수 회의(가상)',
      zh: '第二次黄海沿岸省长、知事、市长、郡守会议（虚构）',
      en: 'Second conference of the heads of the Yellow Sea coast (fictional)',
    },
    place: '威海 · 웨이하이 · Weihai',
    hosts: ['weihai', 'shandong'],
    participants: [
      'shandong-head',
      'weihai-head',
      'weihai-officer',
      'qingdao-head',
      'chungnam-head',
      'taean-head',
      'taean-officer',
      'incheon-officer',
      'jeonbuk-officer',
      'secretariat',
    ],
    follows: 'conference-1',
    points: [
      { item: 'collection-points' },
      { item: 'shidao-removal' },
      { topic: '봄철 해변 조사 양식 통일' },
      {
        title: {
          zh: '下次会议的时间和地点',
          ko: '다음 회의의 일시와 장소',
          en: 'Date and place of the next conference',
        },
      },
    ],
  },
];
