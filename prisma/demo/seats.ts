import type { Language, Role } from '#prisma/generated/enums.ts';
import { demoId } from './ids.ts';

/** A person who holds a seat of the demo world. All of them are invented. */
export type DemoPerson = {
  accountId: string;
  email: string;
  name: string;
  nameLatin: string;
  language: Language;
};

/** An office of the demo world and the people who held it. */
export type DemoSeat = {
  id: string;
  governmentId: string;
  role: Role;
  titleKo: string;
  titleZh: string;
  titleEn: string;
  holder: DemoPerson;
  /** Days before today on which the holder took the seat over. */
  heldForDays: number;
  /** Who held it before, since `heldForDays` days before that. */
  predecessor: (DemoPerson & { heldForDays: number }) | null;
};

type Titles = readonly [ko: string, zh: string, en: string];
type Person = readonly [name: string, nameLatin: string];
type More = { language?: Language; heldForDays?: number; predecessor?: Person };

/** The seats, by names that tests may count on. */
export const demoSeats = {
  // Korea: South Chungcheong, the host of the association, and its coast
  'chungnam-head': seat('chungnam', 'head', ['도지사', '知事', 'Governor'], ['강하람', 'Kang Haram'], 'ko'),
  'chungnam-officer': seat(
    'chungnam',
    'officer',
    ['해양정책과', '海洋政策科', 'Marine Policy Division'],
    ['문여울', 'Mun Yeoul'],
    'ko',
  ),
  'taean-head': seat('taean', 'head', ['군수', '郡守', 'County Governor'], ['서노을', 'Seo Noeul'], 'ko'),
  'taean-officer': seat(
    'taean',
    'officer',
    ['해양산업과', '海洋产业科', 'Marine Industry Division'],
    ['한바다', 'Han Bada'],
    'ko',
    {
      heldForDays: 210,
      predecessor: ['이미르', 'Lee Mir'],
    },
  ),
  'boryeong-officer': seat(
    'boryeong',
    'officer',
    ['해양정책과', '海洋政策科', 'Marine Policy Division'],
    ['백모래', 'Baek Morae'],
    'ko',
  ),
  'seocheon-officer': seat(
    'seocheon',
    'officer',
    ['해양산업과', '海洋产业科', 'Marine Industry Division'],
    ['구름찬', 'Gu Reumchan'],
    'ko',
  ),
  'dangjin-officer': seat(
    'dangjin',
    'officer',
    ['항만수산과', '港湾水产科', 'Ports and Fisheries Division'],
    ['손누리', 'Son Nuri'],
    'ko',
  ),
  secretariat: seat(
    'chungnam',
    'secretariat',
    ['협의회 사무국', '联席会秘书处', 'Secretariat of the Association'],
    ['선우해온', 'Seonwoo Haeon'],
    'en',
  ),

  // Korea: the Incheon and Gyeonggi coast
  'incheon-officer': seat(
    'incheon',
    'officer',
    ['해양환경과', '海洋环境科', 'Marine Environment Division'],
    ['유나루', 'Yu Naru'],
    'ko',
  ),
  'ongjin-officer': seat(
    'ongjin',
    'officer',
    ['해양시설과', '海洋设施科', 'Marine Facilities Division'],
    ['남윤슬', 'Nam Yunseul'],
    'ko',
  ),
  'ganghwa-officer': seat(
    'ganghwa',
    'officer',
    ['수산녹지과', '水产绿地科', 'Fisheries and Green Space Division'],
    ['감물결', 'Gam Mulgyeol'],
    'ko',
  ),
  'gyeonggi-officer': seat(
    'gyeonggi',
    'officer',
    ['해양수산과', '海洋水产科', 'Maritime Affairs and Fisheries Division'],
    ['표가온', 'Pyo Gaon'],
    'ko',
  ),
  'ansan-officer': seat(
    'ansan',
    'officer',
    ['해양수산과', '海洋水产科', 'Maritime Affairs and Fisheries Division'],
    ['변솔', 'Byeon Sol'],
    'ko',
  ),

  // Korea: Jeonbuk, the south-west and Jeju
  'jeonbuk-officer': seat(
    'jeonbuk',
    'officer',
    ['해양항만과', '海洋港湾科', 'Ports and Marine Division'],
    ['양보라', 'Yang Bora'],
    'ko',
  ),
  'gunsan-officer': seat(
    'gunsan',
    'officer',
    ['어업정책과', '渔业政策科', 'Fisheries Policy Division'],
    ['진가람', 'Jin Garam'],
    'ko',
  ),
  'buan-officer': seat(
    'buan',
    'officer',
    ['해양수산과', '海洋水产科', 'Maritime Affairs and Fisheries Division'],
    ['채석영', 'Chae Seokyeong'],
    'ko',
  ),
  'shinan-officer': seat(
    'shinan',
    'officer',
    ['해양자원과', '海洋资源科', 'Marine Resources Division'],
    ['염하늬', 'Yeom Hanui'],
    'ko',
  ),
  'jindo-officer': seat(
    'jindo',
    'officer',
    ['수산지원과', '水产支援科', 'Fisheries Support Division'],
    ['명다솜', 'Myeong Dasom'],
    'ko',
  ),
  'jeju-officer': seat(
    'jeju',
    'officer',
    ['해양산업과', '海洋产业科', 'Marine Industry Division'],
    ['부돌찬', 'Bu Dolchan'],
    'ko',
  ),

  // China: Shandong and its cities
  'shandong-head': seat(
    'shandong',
    'head',
    ['부성장', '副省长', 'Vice Governor'],
    ['齐望海', 'Qi Wanghai'],
    'zh',
  ),
  'shandong-officer': seat(
    'shandong',
    'officer',
    ['해양국', '海洋局', 'Ocean Bureau'],
    ['江望汐', 'Jiang Wangxi'],
    'zh',
  ),
  'qingdao-officer': seat(
    'qingdao',
    'officer',
    ['해양발전국', '海洋发展局', 'Marine Development Bureau'],
    ['沈听澜', 'Shen Tinglan'],
    'zh',
    {
      heldForDays: 260,
      predecessor: ['方知岸', 'Fang Zhi’an'],
    },
  ),
  'qingdao-head': seat(
    'qingdao',
    'head',
    ['부시장', '副市长', 'Vice Mayor'],
    ['岳海晴', 'Yue Haiqing'],
    'zh',
  ),
  'weihai-head': seat('weihai', 'head', ['시장', '市长', 'Mayor'], ['苏临波', 'Su Linbo'], 'zh'),
  'weihai-officer': seat(
    'weihai',
    'officer',
    ['해양발전국', '海洋发展局', 'Marine Development Bureau'],
    ['林海潮', 'Lin Haichao'],
    'zh',
  ),
  'yantai-officer': seat(
    'yantai',
    'officer',
    ['해양발전어업국', '海洋发展和渔业局', 'Marine Development and Fisheries Bureau'],
    ['于归帆', 'Yu Guifan'],
    'zh',
    { heldForDays: 5, predecessor: ['宋听涛', 'Song Tingtao'] },
  ),
  'rizhao-officer': seat(
    'rizhao',
    'officer',
    ['해양발전국', '海洋发展局', 'Marine Development Bureau'],
    ['秦沐汐', 'Qin Muxi'],
    'zh',
  ),
  'dongying-officer': seat(
    'dongying',
    'officer',
    ['해양발전어업국', '海洋发展和渔业局', 'Marine Development and Fisheries Bureau'],
    ['孟芦舟', 'Meng Luzhou'],
    'zh',
  ),

  // China: north of Shandong
  'dalian-officer': seat(
    'dalian',
    'officer',
    ['해양발전국', '海洋发展局', 'Marine Development Bureau'],
    ['宁海晏', 'Ning Haiyan'],
    'zh',
  ),
  'dandong-officer': seat(
    'dandong',
    'officer',
    ['농업농촌국', '农业农村局', 'Agriculture and Rural Affairs Bureau'],
    ['金鸥', 'Jin Ou'],
    'zh',
  ),
  'yingkou-officer': seat(
    'yingkou',
    'officer',
    ['생태환경국', '生态环境局', 'Ecology and Environment Bureau'],
    ['曲辽原', 'Qu Liaoyuan'],
    'zh',
  ),
  'qinhuangdao-officer': seat(
    'qinhuangdao',
    'officer',
    ['해양어업국', '海洋和渔业局', 'Ocean and Fisheries Bureau'],
    ['安浪平', 'An Langping'],
    'zh',
  ),
  'tianjin-officer': seat(
    'tianjin',
    'officer',
    ['해양국', '海洋局', 'Ocean Bureau'],
    ['郝津生', 'Hao Jinsheng'],
    'zh',
  ),

  // China: Jiangsu and the Changjiang estuary
  'jiangsu-officer': seat(
    'jiangsu',
    'officer',
    ['생태환경청', '生态环境厅', 'Ecology and Environment Department'],
    ['顾盐生', 'Gu Yansheng'],
    'zh',
  ),
  'lianyungang-officer': seat(
    'lianyungang',
    'officer',
    ['생태환경국', '生态环境局', 'Ecology and Environment Bureau'],
    ['陆云舟', 'Lu Yunzhou'],
    'zh',
  ),
  'yancheng-officer': seat(
    'yancheng',
    'officer',
    ['자연자원계획국', '自然资源和规划局', 'Natural Resources and Planning Bureau'],
    ['丁鹤鸣', 'Ding Heming'],
    'zh',
  ),
  'nantong-officer': seat(
    'nantong',
    'officer',
    ['농업농촌국', '农业农村局', 'Agriculture and Rural Affairs Bureau'],
    ['施江月', 'Shi Jiangyue'],
    'zh',
  ),
  'zhoushan-officer': seat(
    'zhoushan',
    'officer',
    ['해양어업국', '海洋与渔业局', 'Ocean and Fisheries Bureau'],
    ['乐岱山', 'Yue Daishan'],
    'zh',
  ),
  observer: seat(
    'shanghai',
    'observer',
    ['해양환경 참관관', '海洋环境观察员', 'Marine Environment Observer'],
    ['顾潮生', 'Gu Chaosheng'],
    'zh',
  ),
} as const satisfies Record<string, DemoSeat>;

export type DemoSeatKey = keyof typeof demoSeats;

/** The seats that the sign-in page of the demo offers, in this order. */
export const demoCards = [
  'taean-officer',
  'weihai-officer',
  'taean-head',
  'weihai-head',
  'chungnam-officer',
  'shandong-officer',
  'qingdao-officer',
  'incheon-officer',
  'chungnam-head',
  'shandong-head',
  'secretariat',
  'observer',
] as const satisfies readonly DemoSeatKey[];

function seat(
  governmentId: string,
  role: Role,
  [titleKo, titleZh, titleEn]: Titles,
  holder: Person,
  language: Language,
  { heldForDays = 640, predecessor }: More = {},
): DemoSeat {
  return {
    id: demoId(`seat/${governmentId}/${role}`),
    governmentId,
    role,
    titleKo,
    titleZh,
    titleEn,
    holder: person(holder, language),
    heldForDays,
    predecessor: predecessor ? { ...person(predecessor, language), heldForDays: 640 } : null,
  };
}

function person([name, nameLatin]: Person, language: Language): DemoPerson {
  const [family = '', given = ''] = nameLatin.toLowerCase().replace('’', '').split(' ');
  const email = `${given}.${family}@example.org`;
  return { accountId: demoId(`account/${email}`), email, name, nameLatin, language };
}
