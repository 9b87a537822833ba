import { ago, on, said, type DemoTopic } from '../story.ts';

/** Talk that belongs to no single incident. */
export const topics: DemoTopic[] = [
  {
    key: 'survey-sheet',
    category: 'science',
    by: 'chungnam-officer',
    when: ago(33, '10:05'),
    title: {
      ko: '봄철 해변 조사 양식 통일',
      zh: '统一春季海滩调查表',
      en: 'One sheet for the spring beach surveys',
    },
    then: [
      said('+0 10:05', 'chungnam-officer', {
        ko: '내년 봄 조사부터 양쪽이 같은 양식을 쓰기를 제안합니다. 지금은 저희가 품목 수와 무게를, 산둥성은 면적당 개수를 적고 있어 서로 견줄 수 없습니다. 두 가지만 정하면 됩니다.\n\n1. 조사 구간의 길이\n2. 품목 목록',
        zh: '建议明年春季调查起双方使用同一表格。目前我方记录件数和重量，山东省记录单位面积件数，无法比较。只需商定两点：\n\n1. 调查断面长度\n2. 物品清单',
        en: 'We suggest one sheet for both sides from next spring. At present we record counts and weight, Shandong counts per area, so nothing can be compared. Two things have to be settled:\n\n1. length of the stretch\n2. list of items',
      }),
      said(
        '+1 09:40',
        'shandong-officer',
        {
          zh: '赞成。国内规范断面为 50 米或 100 米均可，建议统一为 100 米、平行岸线、高潮线至植被线。物品清单可用本平台 40 类，泡沫与塑料分开统计，双方习惯一致。',
          ko: '찬성합니다. 우리 기준은 50 m와 100 m를 모두 허용하므로 해안선과 나란히 100 m, 만조선에서 식생대까지로 맞추자고 제안합니다. 품목은 이 플랫폼의 40종을 쓰고, 스티로폼은 플라스틱과 따로 셉니다. 이 점은 양쪽 관행이 같습니다.',
          en: 'Agreed. Our rules allow 50 m or 100 m; let us take 100 m along the shore, from the high-water line to the vegetation. The 40 items of this platform can serve as the list, with foam counted apart from plastic as both sides already do.',
        },
        {
          files: [
            {
              name: '山东省海滩垃圾调查断面清单.csv',
              rows: [
                ['断面', '长度（米）', '起点', '终点'],
                ['荣成镆铘岛', 100, '37.0312 N 122.5120 E', '37.0318 N 122.5131 E'],
                ['石老人', 50, '36.0936 N 120.4713 E', '36.0939 N 120.4717 E'],
              ],
            },
          ],
        },
      ),
      said(
        '+1 14:20',
        'taean-officer',
        {
          ko: '학암포 고정 구간이 100 m라 바로 쓸 수 있습니다. 2.5 cm보다 작은 조각을 셀지 정해야 합니다. 사람마다 결과가 크게 달라지는 부분입니다.',
          zh: '鹤岩浦固定断面即为 100 米，可直接使用。需商定是否统计小于 2.5 厘米的碎片，这部分因人而异，差别较大。',
          en: 'Our fixed stretch at Hakampo is 100 m, so it can be used at once. We must settle whether pieces below 2.5 cm count: results differ most from person to person there.',
        },
        {
          photos: ['mixed', 'mixed near'],
          files: [
            {
              name: '학암포_고정구간_조사표(안).xlsx',
              rows: [
                ['조사일', '구간(m)', '품목', '개수', '무게(kg)'],
                ['2026-04-12', 100, '스티로폼 부표', 31, 12.4],
                ['2026-04-12', 100, '페트병', 58, 2.1],
                ['2026-04-12', 100, '로프', 17, 6.8],
              ],
            },
          ],
        },
      ),
      said('+2 11:10', 'qingdao-officer', {
        zh: '建议 2.5 厘米以下不计件，只在 1 平方米样方内单独记录。',
        ko: '2.5 cm 미만은 개수에 넣지 않고 1 m² 방형구 안에서만 따로 적기를 제안합니다.',
        en: 'We suggest leaving pieces below 2.5 cm out of the count and recording them in a square metre apart.',
      }),
      said('+4 09:30', 'secretariat', {
        en: 'Summary so far: 100 m, high-water line to vegetation, 40 items, 2.5 cm and above; smaller pieces in one quadrat. Shandong has put it into action item {item:sampling-sheet}. Incheon, please say whether your spring dates allow it.',
        ko: '지금까지의 정리입니다. 100 m, 만조선에서 식생대까지, 40개 품목, 2.5 cm 이상, 더 작은 것은 방형구 하나. 산둥성이 공동과제 {item:sampling-sheet}로 제안했습니다. 인천시는 봄 조사 일정에 맞는지 알려 주시기 바랍니다.',
        zh: '目前小结：100 米，高潮线至植被线，40 类，2.5 厘米及以上；更小的在一个样方内记录。山东省已提出联合行动 {item:sampling-sheet}，请仁川市确认春季调查时间是否合适。',
      }),
      said('+4 15:45', 'incheon-officer', {
        ko: '구간과 목록은 문제가 없습니다. 조사 업체와의 계약을 바꾸어야 해서 날짜를 확인한 뒤 답하겠습니다.',
        zh: '断面和清单没有问题。因需调整与调查单位的合同，确认日期后答复。',
        en: 'Stretch and list are fine. The contract with our surveyor has to be changed, so we will answer once the dates are clear.',
      }),
    ],
  },
  {
    key: 'duty-contacts',
    category: 'joint_operations',
    by: 'secretariat',
    when: ago(61, '09:30'),
    title: {
      en: 'Duty officers at night and on weekends',
      ko: '야간·주말 당직 연락처',
      zh: '夜间及周末值班联系方式',
    },
    then: [
      said('+0 09:30', 'secretariat', {
        en: 'After the containers near Chaolian Island several members asked for numbers that answer at night. Please name one duty desk per government, with the languages spoken there. Numbers go into the list of contact points, not into this thread.',
        ko: '차오롄다오 컨테이너 건 이후 밤에도 받는 번호를 알고 싶다는 회원이 여럿 있었습니다. 정부마다 당직 부서 하나와 가능한 언어를 알려 주시기 바랍니다. 번호는 이 글타래가 아니라 연락처 목록에 적습니다.',
        zh: '朝连岛集装箱事件后，多个成员希望了解夜间可接通的电话。请各政府指定一个值班单位并注明可用语言。号码请填入联络点名单，不要写在本帖。',
      }),
      said('+0 14:10', 'weihai-officer', {
        zh: '威海市由海上搜救值班室受理，中文、英文；上班时间可安排韩文。',
        ko: '웨이하이시는 해상 수색구조 당직실이 맡으며 중국어와 영어가 됩니다. 근무 시간에는 한국어도 가능합니다.',
        en: 'In Weihai it is the maritime rescue duty room, Chinese and English; Korean in office hours.',
      }),
      said('+1 10:20', 'ongjin-officer', {
        ko: '옹진군은 재난안전상황실입니다. 한국어만 되므로 밤에는 짧은 영어 문장과 좌표를 함께 보내 주시면 좋겠습니다.',
        zh: '瓮津郡为灾害安全状况室，仅韩文，夜间请附简短英文和坐标。',
        en: 'In Ongjin it is the disaster safety room, Korean only. At night please send a short English sentence with the coordinates.',
      }),
      said('+2 09:15', 'weihai-officer', {
        zh: '建议固定一句话模板：物体、坐标、时间、漂移方向。双方各备译文，值班员照填即可。',
        ko: '정해진 한 문장 틀을 제안합니다. 물체, 좌표, 시각, 표류 방향입니다. 양쪽이 번역을 갖추어 두면 당직자가 채우기만 하면 됩니다.',
        en: 'We suggest one fixed sentence: object, position, time, direction of drift. With the translations ready, the person on duty only fills it in.',
      }),
      said('+3 11:00', 'secretariat', {
        en: 'Good. Weihai and Ongjin turned this into action item {item:duty-hotline}. Eleven governments have named a desk so far.',
        ko: '좋습니다. 웨이하이시와 옹진군이 공동과제 {item:duty-hotline}로 옮겼습니다. 지금까지 11개 정부가 당직 부서를 알려 주었습니다.',
        zh: '很好。威海市和瓮津郡已将其转为联合行动 {item:duty-hotline}。目前已有 11 个政府指定值班单位。',
      }),
    ],
  },
  {
    key: 'governors-agenda',
    category: 'association',
    by: 'secretariat',
    when: ago(7, '10:00'),
    title: {
      en: 'Draft agenda of the coming meeting of governors and heads',
      ko: '다가오는 지사·성장 회의 안건 초안',
      zh: '即将召开的知事·省长会议议程草案',
    },
    then: [
      said('+0 10:00', 'secretariat', {
        en: 'Five items are proposed:\n\n1. marking and take-back of aquaculture floats\n2. what remains of lost gear west of Gyeongnyeolbiyeoldo\n3. one survey sheet\n4. notices of drift in the algal season\n5. public progress page\n\nPlease give your government’s position on each by {+9}.',
        ko: '다음 다섯 가지를 제안합니다.\n\n1. 양식장 부표 실명 표기와 회수\n2. 격렬비열도 서쪽 유실 어구의 남은 물량\n3. 조사 양식 통일\n4. 해조류 시기의 표류 통보\n5. 공개 진행 상황판\n\n안건마다 귀 정부의 입장을 {+9}까지 적어 주시기 바랍니다.',
        zh: '拟列五项：\n\n1. 养殖浮球实名标识和回收\n2. 格列飞列岛以西遗失渔具余量\n3. 统一调查表\n4. 藻类季节漂移通报\n5. 公开进展页面\n\n请于{+9}前逐项反馈贵方意见。',
      }),
      said('+1 14:30', 'shandong-officer', {
        zh: '第 1、2、4 项支持。第 3 项技术性较强，可由经办人层面确定，不必上会。第 5 项涉及对外公开口径，需报批后答复。',
        ko: '1, 2, 4번을 지지합니다. 3번은 기술적인 사항이라 담당자 수준에서 정하면 되고 회의에 올리지 않아도 됩니다. 5번은 대외 공개 문구와 관련되어 승인을 받은 뒤 답하겠습니다.',
        en: 'Items 1, 2 and 4 are supported. Item 3 is technical and can be settled by the officers. Item 5 concerns public wording and will be answered after clearance.',
      }),
      said('+2 09:50', 'chungnam-officer', {
        ko: '3번을 빼는 데 동의합니다. 5번은 이미 공개된 발생 건과 완료된 과제만 보여 주는 것으로 좁히면 어떻겠습니까.',
        zh: '同意不列第 3 项。第 5 项可否限定为仅展示已公开的事件和已完成的行动。',
        en: 'We agree to leave out item 3. Could item 5 be narrowed to incidents already public and actions already done?',
      }),
      said('+3 10:30', 'jeonbuk-officer', {
        ko: '전북은 1번과 4번에 의견이 있습니다. 부표 회수함의 처리비를 누가 내는지 문안에 들어가야 합니다.',
        zh: '全北对第 1、4 项有意见：浮球回收箱的处理费用由谁承担，应写入文本。',
      }),
      said('+5 16:00', 'secretariat', {
        en: 'Positions received from six of eleven governments. The briefing paper will be ready in three languages two weeks before the meeting.',
        ko: '11개 정부 가운데 6곳의 입장을 받았습니다. 회의 자료는 회의 2주 전에 세 언어로 준비합니다.',
        zh: '已收到 11 个政府中 6 个的意见。会议材料将于会前两周备齐三种文本。',
      }),
      { at: '+5 16:05', by: 'secretariat', does: 'ask_to_acknowledge', post: '+5 16:00' },
      { at: '+5 16:40', by: 'chungnam-officer', does: 'acknowledge', post: '+5 16:00' },
      { at: '+5 17:10', by: 'qingdao-officer', does: 'acknowledge', post: '+5 16:00' },
      { at: '+5 17:15', by: 'qingdao-officer', does: 'react', post: '+5 16:00', reaction: 'thanks' },
      { at: '+6 08:50', by: 'taean-officer', does: 'acknowledge', post: '+5 16:00' },
      {
        at: '+6 09:30',
        by: 'chungnam-officer',
        does: 'propose',
        words: {
          ko: '부표 라벨 등록표를 양쪽이 함께 쓰고 매주 수요일에 서로 교환한다.',
          zh: '双方采用同一份《浮球标签登记表》，每周三互换一次。',
          en: 'Both sides use one sheet for labels of floats and exchange it every Wednesday.',
        },
        governments: ['chungnam', 'taean', 'shandong', 'qingdao', 'weihai', 'jeonbuk'],
        answersDays: 9,
      },
      { at: '+6 09:45', by: 'chungnam-officer', does: 'answer', post: '+6 09:30', choice: 0, reason: null },
      {
        at: '+6 10:40',
        by: 'taean-officer',
        does: 'answer',
        post: '+6 09:30',
        choice: 0,
        reason: { ko: '이미 라벨을 적어 보관하고 있어 바로 시작할 수 있습니다.' },
      },
      {
        at: '+6 14:20',
        by: 'weihai-officer',
        does: 'answer',
        post: '+6 09:30',
        choice: 0,
        reason: { zh: '同意，登记表属信息通报，可立即使用。' },
      },
      {
        at: '+6 15:30',
        by: 'jeonbuk-officer',
        does: 'answer',
        post: '+6 09:30',
        choice: 1,
        reason: { ko: '격주 교환이면 동의할 수 있습니다.' },
      },
    ],
  },
  {
    key: 'gale-notice',
    category: 'joint_operations',
    by: 'dalian-officer',
    when: on('11-10', '09:00'),
    title: {
      zh: '寒潮大风前养殖设施加固情况互通',
      ko: '한파 강풍 전 양식 시설 보강 상황 공유',
      en: 'Telling each other how farms are secured before winter gales',
    },
    then: [
      said('+0 09:00', 'dalian-officer', {
        zh: '入冬首次寒潮预计三日内影响北黄海。我市已通知养殖企业加固筏架、回收散件。建议各地大风预警后 24 小时内在本帖报一次加固情况，便于下风向地区准备。',
        ko: '올겨울 첫 한파가 사흘 안에 황해 북부에 닿을 것으로 보입니다. 우리 시는 양식 업체에 시설 보강과 흩어진 자재 회수를 알렸습니다. 강풍 예보 뒤 24시간 안에 보강 상황을 이 글타래에 한 번 알려 바람이 닿는 지역이 대비할 수 있게 하자고 제안합니다.',
        en: 'The first cold wave is expected in the northern Yellow Sea within three days. Farms were told to secure rafts and take loose parts in. We suggest that each area reports here once within 24 hours of a gale warning, so that those downwind can prepare.',
      }),
      said('+0 11:20', 'weihai-officer', {
        zh: '同意。桑沟湾企业已加固 92%，其余明日完成。',
        ko: '동의합니다. 쌍거우만은 92%를 보강했고 나머지는 내일 마칩니다.',
        en: 'Agreed. 92 % of the Sanggou Bay farms are secured, the rest by tomorrow.',
      }),
      said('+0 13:50', 'ongjin-officer', {
        ko: '저희는 받는 쪽이라 도움이 큽니다. 바람이 지난 뒤 사흘째에 백령·대청 해변을 순찰하여 결과를 올리겠습니다.',
        zh: '我们处于下风向，非常有帮助。大风后第三天将巡查白翎、大青海滩并反馈。',
        en: 'We are on the receiving side, so this helps much. Three days after the gale we patrol Baengnyeong and Daecheong and report.',
      }),
      said('+4 16:30', 'ongjin-officer', {
        ko: '순찰 결과 새로 밀려온 부표는 14개로 지난해 첫 한파 때의 절반 아래입니다. 한 번의 결과라 보강의 효과라고 말하기는 이릅니다.',
        zh: '巡查结果：新漂来浮球 14 个，不到去年首次寒潮的一半。仅一次结果，尚不能断定为加固成效。',
        en: 'Patrol result: 14 new floats, less than half of last year’s first gale. One case does not prove an effect.',
      }),
    ],
  },
  {
    key: 'port-returns',
    category: 'policy',
    by: 'incheon-officer',
    when: ago(20, '13:30'),
    visible: ['weihai', 'ongjin'],
    title: {
      ko: '인천–웨이하이 여객선의 어구 회수 시범 협의',
      zh: '仁川—威海客运航线回收渔具试点商议',
    },
    then: [
      said('+0 13:30', 'incheon-officer', {
        ko: '여객선 빈 화물칸으로 거둔 부표를 돌려보내 재활용하는 방안을 논의하고자 합니다. 아직 내부 검토 단계이므로 세 정부만 보도록 했습니다.',
        zh: '拟商议利用客船空余货舱将回收浮球运回再利用。目前处于内部研究阶段，仅三方可见。',
      }),
      said('+1 10:10', 'weihai-officer', {
        zh: '方向很好，但废旧塑料跨境转移有严格限制，需先咨询海关和生态环境部门。可先研究各自就地再利用、互相交换数据。',
        ko: '취지는 좋으나 폐플라스틱의 국가 간 이동은 엄격히 제한되어 세관과 생태환경 부서에 먼저 물어야 합니다. 각자 현지에서 재활용하고 자료를 나누는 방안부터 살피는 것이 좋겠습니다.',
      }),
      said('+1 15:00', 'ongjin-officer', {
        ko: '옹진군도 같은 의견입니다. 섬에서 육지로 옮기는 것부터 비용이 큽니다.',
        zh: '瓮津郡意见相同，从岛屿运到陆地的成本已经很高。',
      }),
      said('+4 09:30', 'incheon-officer', {
        ko: '알겠습니다. 이동 대신 재활용 업체의 처리 단가와 방법을 서로 공유하는 것으로 바꾸겠습니다.',
        zh: '明白。改为双方互通再利用企业的处理单价和方法。',
      }),
    ],
  },
  {
    key: 'offer-disposal-slot',
    category: 'joint_operations',
    by: 'weihai-officer',
    when: ago(5, '10:20'),
    offer: {
      ...{ direction: 'offer', means: 'disposal_slot', count: 60, place: '威海港' },
      ...{ fromInDays: 4, untilInDays: 45 },
    },
    title: {
      zh: '威海处置场每周可接收废旧浮球 60 立方米',
      ko: '웨이하이 처리장, 폐부표 주 60 m³ 처리 가능',
      en: 'Room for 60 m³ of used floats a week at the Weihai site',
    },
    then: [
      said('+0 10:20', 'weihai-officer', {
        zh: '压块设备已到位，每周可接收 60 立方米，限国内回收的浮球。需提前三天通知。',
        ko: '압축 설비를 갖추어 매주 60 m³를 받을 수 있습니다. 국내에서 거둔 부표에 한하며 사흘 전에 알려 주시기 바랍니다.',
        en: 'The press is in place and takes 60 m³ a week, floats recovered in China only. Please tell us three days ahead.',
      }),
    ],
  },
  {
    key: 'offer-survey-vessel',
    category: 'joint_operations',
    by: 'chungnam-officer',
    when: ago(3, '14:10'),
    offer: {
      ...{ direction: 'offer', means: 'vessel', count: 1, place: '보령 대천항' },
      ...{ fromInDays: 10, untilInDays: 24 },
    },
    title: {
      ko: '정화선 1척, 2주간 지원 가능',
      zh: '可提供清污船 1 艘，为期两周',
      en: 'One clean-up vessel to spare for two weeks',
    },
    then: [
      said('+0 14:10', 'chungnam-officer', {
        ko: '120톤급 정화선입니다. 인양기 3톤, 승선 8명입니다. 연료비는 함께 정하면 됩니다.',
        zh: '120 吨级清污船，吊机 3 吨，船员 8 人。燃料费可共同商定。',
        en: 'A vessel of 120 t with a 3 t crane and a crew of eight. Fuel is to be agreed.',
      }),
    ],
  },
  {
    key: 'request-barge',
    category: 'joint_operations',
    by: 'taean-officer',
    when: ago(2, '09:15'),
    offer: {
      ...{ direction: 'request', means: 'barge', count: 1, place: '격렬비열도' },
      ...{ fromInDays: 14, untilInDays: 40 },
    },
    title: {
      ko: '건져 올린 어망을 나를 바지선이 필요합니다',
      zh: '需要驳船运输打捞上来的渔网',
      en: 'A barge is needed to carry the nets that we lift',
    },
    then: [
      said('+0 09:15', 'taean-officer', {
        ko: '저희가 인양하고 바지선이 육지로 나르는 방식을 생각합니다. 400 m³ 이상, 사흘이면 됩니다.',
        zh: '设想由我方打捞、驳船运回陆地。需 400 立方米以上，三天即可。',
        en: 'We would lift and the barge would carry to land: 400 m³ or more, for three days.',
      }),
    ],
  },
];
