import { confirmed, responded, said, type Entry } from '../story.ts';

/** The floats at Mallipo: both sides compare labels. In all three languages. */
export const flagshipThreads: Record<string, Entry[]> = {
  'mallipo-floats': [
    said('+0 09:34', 'taean-officer', {
      ko: '간밤 북서풍이 강하게 분 뒤 만리포 남측 갯바위와 모래사장에 스티로폼 부표가 340개가량 밀려왔습니다. 표본 58개를 조사한 결과 중국어 라벨 12개, 한국어 라벨 5개, 표기 없음 41개입니다. 라벨 근접 사진을 올렸으니 제조업체를 아시는 곳은 알려 주시기 바랍니다.',
      zh: '昨夜强西北风过后，约 340 个泡沫浮球漂到万里浦南侧礁岸和沙滩。抽样检查 58 个，其中中文标签 12 个、韩文标签 5 个、无标识 41 个。标签近照已上传，如有单位了解生产厂家，请予告知。',
      en: 'After a strong north-westerly last night about 340 Styrofoam buoys came ashore on the rocks and sand south of Mallipo. Of 58 sampled, 12 carry a Chinese-language label, 5 a Korean-language label and 41 no mark. Close-ups of the labels are uploaded; please tell us if you know the makers.',
    }),
    confirmed('+0 14:05', 'taean-officer'),
    said('+0 15:20', 'chungnam-officer', {
      ko: '도 해양정책과에서 함께 봅니다. 어제 오후 만리포 앞바다에서 신고된 부표 띠와 같은 것으로 보이며, 중복 건은 이 건으로 합쳤습니다. 장비가 필요하면 도 정화선을 보내겠습니다.',
      zh: '道海洋政策科一并关注。应与昨日下午万里浦近海报告的浮球带为同一批，重复事件已并入本件。如需装备，道里可派清洁船。',
      en: 'The provincial Marine Policy Division is following. This seems to be the line of floats reported off Mallipo yesterday afternoon; the duplicate was merged into this incident. If you need equipment, the province can send its clean-up vessel.',
    }),
    responded('+0 16:10', 'taean-officer', {
      ko: '갯바위 구간부터 바다환경지킴이 12명이 수거를 시작했습니다.',
    }),
    said('+1 11:42', 'qingdao-officer', {
      zh: '照片已转胶州湾和崂山沿岸养殖企业核对。12 个标签中有 7 个可辨认批次，其中 4 个批次为 2024 年已停用的旧款。我局将于{+4}前把核对结果发到本帖。',
      ko: '사진을 자오저우만과 라오산 연안 양식 업체에 보내 대조하고 있습니다. 라벨 12개 가운데 7개에서 제조 차수를 식별했습니다. 4개 차수는 2024년에 사용이 중단된 구형입니다. {+4}까지 확인 결과를 이 글타래에 올리겠습니다.',
      en: 'The photos went to farms along Jiaozhou Bay and Laoshan for comparison. On 7 of the 12 labels the batch can be read; 4 batches are of an old make that went out of use in 2024. We will post the result here by {+4}.',
    }),
    said('+1 13:20', 'chungnam-officer', {
      ko: '칭다오시의 신속한 대조에 감사드립니다. 양쪽이 바로 견줄 수 있도록 같은 라벨 등록표를 쓰기를 제안합니다. 칸은 다음 네 가지면 충분합니다.\n\n1. 조사일과 구간\n2. 표본 수와 표기 없음 수\n3. 라벨 언어와 읽힌 글자 그대로\n4. 제조 차수(알 수 있을 때)',
      zh: '感谢青岛市迅速核对。为便于双方比对，建议使用同一份标签登记表，只需四栏：\n\n1. 调查日期和岸段\n2. 抽样数和无标识数\n3. 标签语言和可辨认的原文\n4. 生产批次（如可知）',
      en: 'Thank you, Qingdao, for the quick comparison. So that both sides can match at once, we suggest one sheet for labels. Four columns are enough:\n\n1. date and stretch\n2. sample size and number without mark\n3. language of the label and its words as read\n4. batch, where known',
    }),
    said('+1 14:15', 'weihai-officer', {
      zh: '荣成镆铘岛西岸日前也发现同款浮球 26 个，已按同样方法抽样，记录见 {incident:moye-floats}。登记表我局同意使用。',
      ko: '룽청 모예다오 서쪽 해안에서도 며칠 전 같은 형태의 부표 26개를 발견하여 같은 방법으로 표본을 조사했습니다. 기록은 {incident:moye-floats}에 있습니다. 등록표 사용에 동의합니다.',
      en: 'On the west shore of Moye Island in Rongcheng, too, 26 floats of the same make were found some days ago and sampled in the same way; the record is in {incident:moye-floats}. We agree to use the sheet.',
    }),
    said('+1 15:05', 'shandong-officer', {
      zh: '省海洋局支持两市先行核对。登记表属信息通报，无需报批，可立即使用；浮球实名标识和回收涉及双方承诺，请另立联合行动，由省里按程序报批。',
      ko: '성 해양국은 두 시가 먼저 대조하는 것을 지지합니다. 등록표는 정보 공유에 해당하여 승인 없이 바로 쓸 수 있습니다. 부표 실명 표기와 회수는 양측의 약속에 해당하므로 공동과제로 따로 세우고, 성에서 절차에 따라 승인을 받겠습니다.',
      en: 'The provincial Ocean Bureau supports the comparison by the two cities. The sheet is exchange of information, needs no clearance and can be used at once. Marking floats by name and taking them back are commitments of both sides: please make that a joint action, and the province will take it through clearance.',
    }),
    said('+1 16:40', 'taean-officer', {
      ko: '말씀하신 대로 공동과제 {item:float-marking}을 제안했습니다. 갯바위 구간은 오늘까지 60% 정도 수거했고, 거둔 부표는 라벨을 모두 적은 뒤 보관하고 있습니다. 칭다오시 확인이 끝날 때까지 폐기하지 않겠습니다.',
      zh: '已按您的意见提议联合行动 {item:float-marking}。礁岸段截至今日已清理约六成，回收的浮球逐个登记标签后暂存，在青岛市核对完成前不作处置。',
      en: 'The joint action is proposed as you suggest: {item:float-marking}. About 60 % of the rocks are cleared by today. Every float is kept with its label recorded, and nothing is disposed of until Qingdao has finished.',
    }),
    said('+2 08:50', 'secretariat', {
      en: 'The Korean and Chinese texts of this thread have been checked against each other. One point for all: please keep to “Chinese-language label” and “Korean-language label” with the sample size in front. A label tells where a thing was sold, not who lost it.',
      ko: '이 글타래의 한국어와 중국어 문안을 서로 견주어 확인했습니다. 한 가지 부탁드립니다. 표본 수를 먼저 적고 “중국어 라벨”, “한국어 라벨”로 써 주시기 바랍니다. 라벨은 판매된 곳을 말할 뿐 누가 잃었는지를 말하지 않습니다.',
      zh: '本帖中韩文文本已互相核对。提请各方注意：请先写抽样数，再写“中文标签”“韩文标签”。标签只说明销售地，不说明由谁遗失。',
    }),
    said('+2 09:30', 'qingdao-officer', {
      zh: '收到。另据一家企业反映，旧款浮球 2023 年曾批量转售给省外，去向正在了解。结果以{+4}的书面核对为准。',
      ko: '알겠습니다. 한 업체에 따르면 구형 부표는 2023년에 성 밖으로 대량 되팔린 적이 있어 행방을 알아보고 있습니다. 결과는 {+4}의 서면 확인을 기준으로 해 주시기 바랍니다.',
      en: 'Noted. One company says that floats of the old make were resold outside the province in 2023; where they went is being looked into. Please take the written result of {+4} as final.',
    }),
  ],
};
