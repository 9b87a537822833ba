import { confirmed, counted, resolved, responded, said, type Entry } from '../story.ts';

/** Lost gear: the crab pots, the net of Baengnyeongdo, the trawl off Eocheongdo, the nets of Tiaozini. */
export const gearThreads: Record<string, Entry[]> = {
  'gyeongnyeolbi-pots': [
    confirmed('+0 15:30', 'taean-officer'),
    said('+0 16:20', 'chungnam-officer', {
      ko: '격렬비열도 서쪽은 여러 나라 어선이 드나드는 어장이라 어느 한쪽의 일로 보지 않겠습니다. 산둥성 어선이 같은 해역에서 통발을 잃은 신고가 있었는지 확인을 부탁드립니다. 위치를 알면 인양이 빨라집니다.',
      zh: '格列飞列岛以西渔场各方渔船均有往来，我们不视为某一方之事。请协助了解山东渔船是否有在该海域遗失蟹笼的报告，掌握位置可加快打捞。',
      en: 'Boats of several countries work west of Gyeongnyeolbiyeoldo, so we do not see this as one side’s affair. Please check whether Shandong boats have reported lost pots there; positions would speed up the retrieval.',
    }),
    said('+3 10:15', 'shandong-officer', {
      zh: '经向威海、烟台渔业协会了解，近一年该海域共有 3 起遗失报告，约 260 个，已将大致坐标整理成表。另有部分可能早于登记制度，无法核实。',
      ko: '웨이하이와 옌타이 어업협회에 알아본 결과 지난 1년간 그 해역에서 유실 신고가 3건, 약 260틀 있었습니다. 대략의 좌표를 표로 정리했습니다. 일부는 등록 제도 이전 것일 수 있어 확인할 수 없습니다.',
      en: 'The fishery associations of Weihai and Yantai know of three loss reports in that area within a year, about 260 pots; the rough positions are put in a table. Some may be older than the register and cannot be checked.',
    }),
    said('+3 14:40', 'taean-officer', {
      ko: '보내 주신 좌표 세 곳 가운데 두 곳이 저희 음향 탐지 위치와 1 km 안에서 겹칩니다. 겹치는 곳부터 인양하겠습니다. 올린 통발의 표기는 있는 그대로 기록하여 공유하겠습니다.',
      zh: '所提供的三处坐标中，有两处与我方声呐位置相差不到 1 公里。将从重合处开始打捞，打捞上来的蟹笼标识如实记录并共享。',
      en: 'Two of your three positions lie within 1 km of our sonar marks. We start there, and record and share whatever marks the pots carry.',
    }),
    responded('+12 09:00', 'taean-officer', {
      ko: '충청남도 공동과제로 인양을 시작했습니다.',
    }),
    said('+40 17:10', 'chungnam-officer', {
      ko: '1차 작업에서 138틀을 올렸습니다. 통발 안의 꽃게와 우럭 가운데 살아 있는 것은 놓아주었습니다. 너울이 높아 2차 작업은 한 차례 미룹니다.',
      zh: '首次作业打捞 138 个，笼内存活的梭子蟹和鱼已放归。因涌浪较大，第二次作业推迟。',
      en: '138 pots were raised in the first round; living crab and fish were released. The second round is put off because of the swell.',
    }),
    said('+90 09:25', 'chungnam-officer', {
      ko: '기상으로 두 차례 미루어 약속한 기한을 넘겼습니다. 지금까지 251틀, 로프 0.8톤을 올렸고 남은 구역은 하나입니다. 다음 조금 때 마칠 계획입니다.',
      zh: '因天气两次推迟，已超过约定期限。截至目前共打捞 251 个、绳索 0.8 吨，剩余一个区块，计划下一个小潮期完成。',
      en: 'Weather delayed us twice and the agreed date has passed. 251 pots and 0.8 t of rope are up so far, one block is left, planned for the next neap tide.',
    }),
    said('+90 13:50', 'shandong-officer', {
      zh: '理解。建议顺延期间每周三通报一次进度，我方继续提供渔船作业避让信息。',
      ko: '이해합니다. 늦어지는 동안 매주 수요일에 진행 상황을 알려 주시기 바랍니다. 저희는 어선 조업 회피 정보를 계속 드리겠습니다.',
      en: 'Understood. Please report progress every Wednesday meanwhile; we keep sending you where our boats work.',
    }),
  ],
  'baengnyeong-net': [
    confirmed('+0 14:00', 'ongjin-officer'),
    said('+0 14:30', 'ongjin-officer', {
      ko: '납줄이 자갈 아래 깊이 묻혀 있어 굴삭기가 필요한데, 섬의 굴삭기는 다음 주까지 도로 공사에 쓰입니다. 인천시에 장비 지원을 요청합니다.',
      zh: '铅纲深埋砾石之下，需要挖掘机，但岛上的挖掘机下周前用于道路施工。特向仁川市申请装备支援。',
      en: 'The lead line is deep under the pebbles and needs an excavator, but the island’s only one is on a road job until next week. We ask Incheon for help with equipment.',
    }),
    said('+0 17:05', 'incheon-officer', {
      ko: '시 정화선 편으로 소형 굴삭기를 보내겠습니다. 백령도 가는 날은 {+5}입니다. 그때까지 그물이 다시 떠내려가지 않도록 말뚝에 묶어 주시기 바랍니다.',
      zh: '将随市清洁船运送小型挖掘机，{+5}前往白翎岛。在此之前请将渔网系在木桩上，以免再次漂走。',
      en: 'A small excavator comes with the city’s clean-up vessel, which sails to Baengnyeongdo on {+5}. Until then please tie the net to stakes so that it does not drift off again.',
    }),
    said('+1 09:40', 'dalian-officer', {
      zh: '网目 6 厘米的绿色拖网在北黄海多方均有使用，仅凭网型无法判断来源。若拆解时发现网标或编号，请告知，我局协助查询。',
      ko: '그물코 6 cm의 초록색 저인망은 황해 북부에서 여러 곳이 쓰고 있어 형태만으로는 출처를 알 수 없습니다. 해체할 때 표지나 번호가 나오면 알려 주시기 바랍니다. 조회를 돕겠습니다.',
      en: 'Green trawl net of 6 cm mesh is used by many in the northern Yellow Sea; its make alone tells no origin. If a tag or number turns up while it is cut, please tell us and we will look it up.',
    }),
    responded('+5 10:30', 'ongjin-officer', { ko: '굴삭기가 도착하여 그물을 파내고 있습니다.' }),
    resolved(
      '+7 16:20',
      'ongjin-officer',
      { ko: '그물 전체를 파내어 절단하고 정화선으로 실어 냈습니다. 표지와 번호는 나오지 않았습니다.' },
      [counted('fishing_net', 2.6, 't'), counted('rope', 190, 'kg')],
      ['net cleared'],
    ),
    said('+7 17:00', 'ongjin-officer', {
      ko: '그물 안에 조개와 불가사리가 많이 걸려 있었고 물범은 없었습니다. 인천시와 다롄시의 도움에 감사드립니다.',
      zh: '网内缠有较多贝类和海星，未见海豹。感谢仁川市和大连市的协助。',
      en: 'Many shells and starfish were in the net, no seals. Thank you, Incheon and Dalian.',
    }),
  ],
  'tiaozini-nets': [
    confirmed('+1 09:00', 'yancheng-officer'),
    said('+1 10:20', 'yancheng-officer', {
      zh: '想请教舒川郡：有父岛滩涂清除废网时如何避开鸟群？我们担心作业船惊扰高潮停歇的大杓鹬。',
      ko: '서천군에 여쭙니다. 유부도 갯벌에서 폐그물을 치울 때 새 무리를 어떻게 피하셨습니까? 만조에 쉬는 알락꼬리마도요를 작업선이 놀라게 할까 걱정입니다.',
      en: 'A question to Seocheon: how did you keep away from the flocks when you removed nets at Yubudo? We worry that the boats will disturb curlews at their high-water roost.',
    }),
    said('+2 09:10', 'seocheon-officer', {
      ko: '유부도에서는 세 가지를 지켰습니다.\n\n- 만조 전후 두 시간은 작업하지 않는다\n- 쉼터에서 300 m 안에는 배를 대지 않고 걸어서 들어간다\n- 탐조인 한 명이 늘 함께 서서 멈출 때를 알린다\n\n네 차례에 나누어 하니 새가 옮겨 가지 않았습니다.',
      zh: '在有父岛我们遵守三条：\n\n- 高潮前后两小时不作业\n- 停歇地 300 米内不靠船，步行进入\n- 始终有一名观鸟员在场，由其决定何时停止\n\n分四次完成，鸟群没有转移。',
      en: 'At Yubudo we kept three rules:\n\n- no work within two hours of high water\n- no boat within 300 m of the roost; we walk in\n- a bird watcher is always there and says when to stop\n\nIn four rounds the birds did not move away.',
    }),
    said('+2 14:30', 'yancheng-officer', {
      zh: '非常具体，感谢。我们照此编制作业方案，观鸟员由保护区派出。',
      ko: '매우 구체적인 답변에 감사드립니다. 그대로 작업 계획을 세우고 탐조인은 보호구역에서 보내겠습니다.',
      en: 'Very concrete, thank you. Our work plan follows it, with a bird watcher from the reserve.',
    }),
    responded('+6 08:00', 'yancheng-officer', { zh: '已清除 9 处，鸟群未受惊扰。' }),
    said('+11 16:45', 'yancheng-officer', {
      zh: '截至今日清除 14 处，网片 1.7 吨。剩余 9 处在潮沟对岸，待下个大潮。',
      ko: '오늘까지 14곳, 그물 1.7톤을 치웠습니다. 남은 9곳은 갯골 건너편이라 다음 사리 때 합니다.',
    }),
  ],
  'oeyeondo-beach': [
    confirmed('+1 09:30', 'boryeong-officer'),
    said('+1 10:00', 'boryeong-officer', {
      ko: '작업선이 댈 수 있는 물때가 한 달에 사흘뿐이라 한 번에 많이 실어 내야 합니다. 압축 포대 300장과 인력 30명을 준비하고 있습니다. 도에서 정화선을 지원받을 수 있는지 여쭙니다.',
      zh: '作业船每月仅三天可靠岸，须一次多运。正在准备压缩袋 300 个、人员 30 名。请问道里能否支援清洁船？',
    }),
    said('+2 11:20', 'chungnam-officer', {
      ko: '정화선 일정을 {+24}로 잡았습니다. 그날 너울이 1.5 m를 넘으면 다음 물때로 미룹니다.',
      zh: '清洁船暂定{+24}。当日涌浪超过 1.5 米则顺延至下一潮期。',
    }),
    said('+6 15:40', 'boryeong-officer', {
      ko: '주민 사전 조사에서 부표 묶음 사이에 유리병이 많다고 합니다. 두꺼운 장갑과 장화를 준비해 주시기 바랍니다.',
    }),
  ],
  'eocheongdo-trawl': [
    said('+0 00:35', 'gunsan-officer', {
      ko: '해양경찰과 어업정보통신국에 알렸습니다. 마지막으로 본 위치에서 남동쪽으로 시속 1.5 km 정도 움직입니다. 인양할 수 있는 배가 가까이 있으면 알려 주시기 바랍니다.',
      zh: '已通报海警和渔业信息通信局。自最后位置以每小时约 1.5 公里向东南漂移。附近如有可打捞的船只，请告知。',
      en: 'Coast guard and fishery radio have been told. It moves south-east at about 1.5 km/h from the last position. Please tell us if a vessel that can lift it is near.',
    }),
    said('+0 01:20', 'jeonbuk-officer', {
      ko: '도 어업지도선이 말도 부근에 있습니다. 지금 출발하면 두 시간쯤 걸립니다.',
      zh: '道渔业指导船在末岛附近，现在出发约需两小时。',
      en: 'The provincial patrol vessel is near Maldo and can be there in about two hours.',
    }),
  ],
};
