import { about, confirmed, counted, resolved, responded, said, type Entry } from '../story.ts';

/** A drum, a seal with a line, a drifting boat, canisters, containers. */
export const dangerThreads: Record<string, Entry[]> = {
  'haiyang-drum': [
    confirmed('+0 08:00', 'yantai-officer'),
    said('+0 08:20', 'yantai-officer', {
      zh: '应急和生态环境部门已到场。初测无可燃气体，pH 试纸显示桶口残液呈强碱性。请各地提醒保洁人员不要徒手搬动同类铁桶。',
      ko: '응급 부서와 생태환경 부서가 현장에 왔습니다. 1차 측정에서 가연성 가스는 없고, pH 시험지로는 마개에 남은 액체가 강한 알칼리성입니다. 각 지역의 청소 인력이 같은 통을 맨손으로 옮기지 않도록 알려 주시기 바랍니다.',
      en: 'Emergency and environment services are on site. No flammable gas in the first test; the residue at the bung is strongly alkaline on pH paper. Please tell your beach crews not to move drums of this kind by hand.',
    }),
    said('+0 09:30', 'taean-officer', {
      ko: '저희 해변 순찰조에 사진을 돌렸습니다. 지난겨울 천리포에서 나온 통과 모양은 비슷하나 마개 크기가 다릅니다. 현재까지 같은 통은 보이지 않습니다.',
      zh: '照片已发给我郡海滩巡查组。与去年冬天千里浦的铁桶外形相近，但桶盖尺寸不同。目前未发现同类铁桶。',
      en: 'The photo went to our beach patrols. It resembles the drums at Cheollipo last winter, but the bung is of another size. None of this kind so far.',
    }),
    said('+0 10:10', 'weihai-officer', {
      zh: '乳山、文登岸段今晨加密巡查，未发现。海上巡查下午出发。',
      ko: '루산과 원덩 해안을 오늘 아침 더 자주 순찰했으나 없었습니다. 오후에는 해상을 살핍니다.',
      en: 'Patrols on the Rushan and Wendeng shores were doubled this morning: nothing. A boat goes out in the afternoon.',
    }),
    responded('+0 10:40', 'yantai-officer', { zh: '专业公司进场，桶体套装后转运。' }),
    said('+1 16:30', 'yantai-officer', {
      zh: '检测结果：氢氧化钠溶液，浓度约 30%，未泄漏。桶体无编号，无法判断来源。铁桶已转运至处置单位，岸段将于明日复查后开放。',
      ko: '분석 결과 약 30%의 수산화나트륨 용액이며 새지 않았습니다. 통에 번호가 없어 출처는 알 수 없습니다. 통은 처리 업체로 옮겼고, 해변은 내일 다시 확인한 뒤 엽니다.',
      en: 'Result: sodium hydroxide solution of about 30 %, no leak. The drum carries no number, so its origin is unknown. It is with the disposal company; the beach reopens after another check tomorrow.',
    }),
    said('+1 17:05', 'ongjin-officer', {
      ko: '빠른 결과 공유에 감사드립니다. 옹진군 섬 지역에도 같은 내용을 알렸습니다.',
      zh: '感谢迅速通报结果，已同样通知瓮津郡各岛。',
      en: 'Thank you for the quick result. Our islands have been told.',
    }),
  ],
  'baengnyeong-seal': [
    confirmed('+0 14:00', 'ongjin-officer'),
    said('+0 14:40', 'ongjin-officer', {
      ko: '고래연구센터와 상의했습니다. 지금 잡으면 무리가 흩어질 수 있어 지켜보기로 했습니다. 개체 식별용 사진은 다롄시와 옌타이시 담당자에게 보냈습니다. 왼쪽 어깨에 고리 모양 점이 있습니다.',
      zh: '已与研究机构商议。此时捕捉可能惊散群体，决定先观察。个体识别照片已发大连市、烟台市经办人，左肩有环形斑。',
      en: 'We asked the research centre. Catching it now could scatter the herd, so we watch. Photos for identification went to Dalian and Yantai: a ring-shaped spot on the left shoulder.',
    }),
    said('+1 10:30', 'dalian-officer', {
      zh: '收到。双岛湾和虎平岛越冬巡护员将留意该个体。我市斑海豹救助站可提供麻醉和断绳工具。',
      ko: '알겠습니다. 솽다오만과 후핑다오의 겨울 순찰 인력이 이 개체를 살피겠습니다. 우리 시 물범 구조소에 마취와 줄 절단 도구가 있습니다.',
      en: 'Noted. Our winter wardens at Shuangdao Bay and Huping Island will look out for it. Our rescue station has sedation and cutting tools.',
    }),
    said('+1 11:15', 'yantai-officer', {
      zh: '长岛管护站同步关注。',
      ko: '창다오 관리소도 함께 살피겠습니다.',
      en: 'The Changdao station watches, too.',
    }),
    responded('+2 09:00', 'ongjin-officer', { ko: '매일 물때에 맞추어 관찰합니다.' }),
    said('+9 15:25', 'ongjin-officer', {
      ko: '오늘 아침 같은 개체를 다시 보았습니다. 줄이 느슨해져 벗겨지고 있습니다. 상처에 고름은 보이지 않습니다.',
      zh: '今晨再次见到同一个体，绳索已松动，正在脱落，伤口未见化脓。',
      en: 'The same seal was seen again this morning. The line has loosened and is coming off; the wound looks clean.',
    }),
    resolved(
      '+13 11:00',
      'ongjin-officer',
      {
        ko: '줄이 저절로 벗겨진 것을 사진으로 확인했고, 바위에 남은 줄을 거두었습니다. 포장용 밴드였습니다.',
      },
      [counted('strapping_band', 1, 'items')],
    ),
    said('+13 13:20', 'dalian-officer', {
      zh: '好消息。到达辽东湾后如再次拍到，我们将在此更新。',
      ko: '반가운 소식입니다. 랴오둥만에서 다시 촬영되면 여기에 올리겠습니다.',
      en: 'Good news. If it is photographed in Liaodong Bay we will post it here.',
    }),
  ],
  'shidao-vessel': [
    confirmed('+0 10:30', 'weihai-officer'),
    said('+0 11:10', 'weihai-officer', {
      zh: '船体无船名、无登记号。照片已上传，如周边地方近期有无人船漂失报告，请协助核对，以便确认船主。',
      ko: '선체에 선명과 등록 번호가 없습니다. 사진을 올렸으니 최근 무인 선박 유실 신고가 있는지 확인해 주시기 바랍니다. 소유자를 찾기 위한 것입니다.',
      en: 'The hull carries no name or number. If anyone nearby has a report of an unmanned boat lost recently, please compare the photos so that the owner can be found.',
    }),
    said('+0 15:30', 'taean-officer', {
      ko: '태안과 보령의 최근 석 달 신고를 살폈으나 같은 배는 없습니다. 선미의 덧댄 판 모양이 서해안 목선과 다르다는 것이 어촌계장의 의견이나, 확실하지 않습니다.',
      zh: '已查泰安、保宁近三个月报告，无相同船只。渔村负责人认为船尾加板形式与韩国西海岸木船不同，但不能确定。',
      en: 'No such boat is in the reports of Taean and Boryeong for three months. A village head thinks the planking at the stern differs from west-coast boats, but this is not certain.',
    }),
    responded('+1 08:30', 'weihai-officer', { zh: '公告认领 15 日，同时布设警示浮标。' }),
    said('+17 09:00', 'weihai-officer', {
      zh: '公告期满无人认领。计划拖至石岛湾拆解，机舱残油先行抽出。为便于两岸了解，拟作为联合行动，请泰安郡协同确认。',
      ko: '공고 기간이 끝났으나 찾아가는 사람이 없습니다. 스다오만으로 끌고 가 해체할 계획이며 기관실 기름을 먼저 뽑습니다. 양쪽이 함께 볼 수 있도록 공동과제로 하고, 태안군이 확인해 주시기를 바랍니다.',
      en: 'Nobody claimed it within the notice period. It will be towed to Shidao Bay and broken up after the fuel is pumped out. So that both sides can follow, we suggest a joint action with Taean confirming.',
    }),
    said('+17 10:20', 'taean-head', {
      ko: '좋습니다. 우리 군도 백사장항에서 같은 일을 앞두고 있어 절차를 배우고자 합니다.',
      zh: '同意。我郡白沙场港也将进行同类工作，愿借此了解程序。',
      en: 'Agreed. We face the same task at Baeksajang and would like to learn from the procedure.',
    }),
    resolved(
      '+34 17:20',
      'weihai-officer',
      { zh: '船体已拖回拆解，抽出残油约 70 公斤，木料和金属分类处理。' },
      [counted('vessel_part', 18.4, 't'), about('oil_tar', 70, 'kg')],
      ['wreck cleared'],
    ),
    said('+34 17:40', 'weihai-officer', {
      zh: '打捞完成，处置前后照片已附在联合行动中，处置单据另发，请泰安郡确认。',
      ko: '인양을 마쳤습니다. 전후 사진을 공동과제에 올렸고 처리 증빙은 따로 보냈으니 태안군의 확인을 부탁드립니다.',
      en: 'The boat is up. Photos before and after are in the joint action, the disposal receipt was sent separately; Taean, please confirm.',
    }),
  ],
  'liugong-drum': [
    confirmed('+0 14:20', 'weihai-officer'),
    responded('+0 15:00', 'weihai-officer', { zh: '应急部门取样检测。' }),
    said('+0 16:10', 'yantai-officer', {
      zh: '海阳昨日也发现密封铁桶，容器不同，但都有腐蚀品标志。请检测后互通结果。',
      ko: '하이양에서도 밀봉 드럼통을 발견했습니다. 용기는 다르나 둘 다 부식성 표시가 있습니다. 분석 뒤 결과를 서로 알리기를 바랍니다.',
    }),
    said('+1 11:00', 'weihai-officer', {
      zh: '初检为清洗用酸液残留，每桶不足 1 升。岛上码头已排查，非码头物料。',
      ko: '1차 검사에서 세척용 산성 액체가 통마다 1 L 미만 남아 있었습니다. 섬 부두의 물건은 아닌 것으로 확인했습니다.',
    }),
    said('+2 09:20', 'weihai-officer', {
      zh: '最终报告本周内上传。四个桶已入库，等待处置。',
    }),
  ],
  'chaolian-container': [
    confirmed('+0 05:00', 'qingdao-officer'),
    said('+0 05:20', 'qingdao-officer', {
      zh: '两只集装箱箱号末四位 3317、3325，箱内为家具。按今日风流，48 小时内可能漂过东经 122.5°。请韩方相关地方关注。',
      ko: '컨테이너 두 개의 번호 끝자리는 3317과 3325이고 안에는 가구가 있습니다. 오늘의 바람과 흐름이면 48시간 안에 동경 122.5°를 지날 수 있습니다. 한국 쪽 관련 지역에서 살펴 주시기 바랍니다.',
      en: 'The numbers of the two containers end in 3317 and 3325; they hold furniture. With today’s wind and current they may pass 122.5° E within 48 hours. Korean colleagues, please watch.',
    }),
    responded('+0 06:30', 'qingdao-officer', { zh: '拖轮 2 艘出航。' }),
    said('+0 08:10', 'incheon-officer', {
      ko: '해양경찰과 어업정보통신국에 전달했습니다. 덕적도 서쪽을 지나는 여객선에도 알립니다.',
      zh: '已转海警和渔业信息通信局，并通知经过德积岛以西的客船。',
      en: 'Passed to the coast guard and fishery radio, and to the ferries west of Deokjeokdo.',
    }),
    said('+1 09:00', 'chungnam-officer', {
      ko: '서해 어업관리단 항공 순찰에서는 아직 보이지 않습니다.',
      zh: '西海渔业管理团空中巡查尚未发现。',
      en: 'Nothing seen by the fisheries patrol aircraft yet.',
    }),
    resolved('+2 19:00', 'qingdao-officer', { zh: '1 只拖回青岛港，1 只沉没，已标定沉点并通报海事部门。' }, [
      counted('scrap_metal', 1, 'items'),
    ]),
    said('+3 09:10', 'incheon-officer', {
      ko: '결과를 알려 주셔서 감사합니다. 이번처럼 밤에 연락할 수 있는 당직 번호를 서로 정해 두면 좋겠습니다.',
      zh: '感谢告知结果。建议双方互留夜间值班电话，便于今后联络。',
      en: 'Thank you for the result. It would help to have duty numbers that answer at night, as this time.',
    }),
  ],
};
