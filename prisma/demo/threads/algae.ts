import { confirmed, counted, resolved, responded, said, type Entry } from '../story.ts';

/** The algal season from Yancheng to Qingdao and back with the sargassum at Imjado; flood debris of the Geum. */
export const algaeThreads: Record<string, Entry[]> = {
  'yancheng-algae-start': [
    confirmed('+0 15:00', 'yancheng-officer'),
    said('+1 09:30', 'jiangsu-officer', {
      zh: '第 1 期漂移通报：面积约 6 平方公里，重心位于盐城以东 65 公里，近三日向北漂移约 20 公里。夹带物以泡沫碎片为主。',
      ko: '표류 통보 제1호입니다. 면적은 약 6 km², 중심은 옌청 동쪽 65 km이며 사흘 동안 북쪽으로 약 20 km 움직였습니다. 섞인 것은 스티로폼 조각이 많습니다.',
      en: 'Drift notice 1: about 6 km², centre 65 km east of Yancheng, moved about 20 km north in three days. Mostly foam fragments in it.',
    }),
    said('+1 10:40', 'rizhao-officer', {
      zh: '日照收到，前置打捞船 6 艘待命。',
      ko: '르자오시는 수거선 6척을 대기시켰습니다.',
      en: 'Received in Rizhao; six collecting vessels stand by.',
    }),
    responded('+2 08:00', 'yancheng-officer', { zh: '前置打捞开始。' }),
    said('+8 09:30', 'jiangsu-officer', {
      zh: '第 2 期：面积约 38 平方公里，前锋到达北纬 34.6°。连云港、日照请注意 5 日内近岸可能。',
      ko: '제2호입니다. 면적 약 38 km², 앞쪽이 북위 34.6°에 이르렀습니다. 롄윈강과 르자오는 닷새 안에 연안에 닿을 수 있으니 대비하시기 바랍니다.',
      en: 'Notice 2: about 38 km², front at 34.6° N. Lianyungang and Rizhao: it may come inshore within five days.',
    }),
    said('+8 11:00', 'gunsan-officer', {
      ko: '군산시도 통보를 받고 있습니다. 지난해 서해 남부에 닿은 시기와 견주면 올해는 열흘쯤 늦습니다.',
      zh: '群山市也在接收通报。与去年到达西海南部的时间相比，今年晚约十天。',
      en: 'Gunsan receives the notices, too. Compared with last year’s arrival in our southern waters this season is about ten days later.',
    }),
    resolved(
      '+52 16:00',
      'yancheng-officer',
      { zh: '本市海域漂移监测结束，共发布通报 7 期，前置打捞 5200 吨。' },
      [counted('algae_mixed', 5200, 't'), counted('foam_fragment', 140, 'sacks')],
    ),
  ],
  'rizhao-algae': [
    confirmed('+0 07:20', 'rizhao-officer'),
    responded('+0 07:40', 'rizhao-officer', { zh: '人工 90 人分三段清理。' }),
    said('+0 09:00', 'rizhao-officer', {
      zh: '抽样 100 个塑料瓶登记标签：无标识 52 个，中文标签 44 个，韩文标签 4 个。本地游客丢弃与海漂无法区分。',
      ko: '페트병 100개의 라벨을 조사했습니다. 표기 없음 52개, 중국어 라벨 44개, 한국어 라벨 4개입니다. 현지 이용객이 버린 것과 밀려온 것을 구별할 수 없습니다.',
      en: 'Labels of 100 bottles: 52 without mark, 44 Chinese-language, 4 Korean-language. What local visitors dropped and what drifted in cannot be told apart.',
    }),
    said('+0 13:30', 'gunsan-officer', {
      ko: '가시파래에 섞인 페트병을 어떻게 골라내시는지 궁금합니다. 저희는 괭이생모자반에서 같은 어려움을 겪었습니다.',
      zh: '请问夹在浒苔中的塑料瓶如何分拣？我们处理铜藻时遇到同样困难。',
      en: 'How do you pick the bottles out of the algae? We had the same difficulty with sargassum.',
    }),
    said('+0 16:10', 'rizhao-officer', {
      zh: '先用 5 厘米网孔的滚筒筛，瓶子和泡沫留在筛上，再人工复拣。每小时约 8 吨，筛网图纸可提供。',
      ko: '먼저 5 cm 눈의 회전 체에 거르면 병과 스티로폼이 남고, 그다음 손으로 다시 고릅니다. 시간당 8톤쯤 됩니다. 체의 도면을 드릴 수 있습니다.',
      en: 'First a drum sieve of 5 cm mesh, which keeps bottles and foam, then once more by hand. About 8 t an hour. We can send the drawing of the sieve.',
    }),
    said('+1 09:20', 'shinan-officer', {
      ko: '신안군도 도면을 받고 싶습니다. 내년 봄 괭이생모자반 때 시험해 보겠습니다.',
      zh: '新安郡也希望获得图纸，明春处理铜藻时试用。',
      en: 'Shinan would like the drawing, too, and will try it with the sargassum next spring.',
    }),
    resolved(
      '+4 18:00',
      'rizhao-officer',
      { zh: '1.8 公里岸段清理完毕，塑料瓶单独回收。' },
      [counted('algae_mixed', 288, 't'), counted('pet_bottle', 46, 'sacks')],
      ['algae cleared'],
    ),
    said('+5 09:00', 'rizhao-officer', {
      zh: '筛网图纸已发群山市、新安郡经办人，供参考。',
      ko: '체 도면을 군산시와 신안군 담당자에게 보냈습니다.',
      en: 'The drawing went to the officers in Gunsan and Shinan.',
    }),
  ],
  'qingdao-no1-algae': [
    confirmed('+0 07:00', 'qingdao-officer'),
    responded('+0 07:30', 'qingdao-officer', { zh: '围网 1.2 公里，机械 30 台，人工 260 人。' }),
    said('+0 08:30', 'qingdao-officer', {
      zh: '本次样方调查首次单独记录夹带塑料。方法：10 个 1 平方米样方，称重后人工拣出塑料分类计数。各地若采用同样方法，数据可比。',
      ko: '이번에는 섞인 플라스틱을 처음으로 따로 기록했습니다. 1 m² 방형구 10곳의 무게를 재고 플라스틱을 골라 종류별로 세는 방법입니다. 다른 지역에서도 같은 방법을 쓰면 서로 견줄 수 있습니다.',
      en: 'For the first time the plastic in the algae was recorded by itself: ten quadrats of one square metre, weighed, the plastic picked out and counted by kind. If others do the same, the figures can be compared.',
    }),
    said('+0 15:40', 'jeju-officer', {
      ko: '제주도 괭이생모자반 조사에 같은 방법을 쓰겠습니다. 젖은 무게와 마른 무게 중 어느 쪽을 쓰시는지요?',
      zh: '济州道将在铜藻调查中采用同样方法。请问使用湿重还是干重？',
      en: 'We will use the same method for sargassum in Jeju. Do you take wet or dry weight?',
    }),
    said('+0 17:00', 'qingdao-officer', {
      zh: '沥水 10 分钟后的湿重。干重取样送实验室，占比约 12%。',
      ko: '10분 동안 물을 뺀 젖은 무게입니다. 마른 무게는 시료로 재며 약 12%입니다.',
      en: 'Wet weight after ten minutes of draining. Dry weight comes from samples, about 12 %.',
    }),
    resolved(
      '+6 18:00',
      'qingdao-officer',
      { zh: '浴场岸段清运完毕，恢复开放。' },
      [counted('algae_mixed', 2140, 't'), counted('unsorted', 3.2, 't')],
      ['algae cleared'],
    ),
  ],
  'imja-sargassum': [
    confirmed('+0 10:30', 'shinan-officer'),
    responded('+0 13:00', 'shinan-officer', { ko: '어선 24척이 김 양식장 앞에 차단막을 치고 있습니다.' }),
    said('+0 14:20', 'shinan-officer', {
      ko: '위성 영상으로는 뒤따르는 띠가 두 개 더 있습니다. 장쑤성이나 저장성 쪽에서 언제 지나갔는지 아시면 남은 시간을 어림할 수 있겠습니다.',
      zh: '卫星图像显示后续还有两条藻带。如江苏或浙江方面了解其经过时间，我们可据此估算剩余时间。',
      en: 'Satellite pictures show two more belts behind. If Jiangsu or Zhejiang know when they passed, we can estimate the time left.',
    }),
    said('+1 09:50', 'zhoushan-officer', {
      zh: '东极岛以东 2 月下旬观测到铜藻斑块，最大一片约 4 平方公里，向北偏东漂移。时间上与贵方相符。',
      ko: '2월 하순 둥지다오 동쪽에서 괭이생모자반 무리를 보았습니다. 가장 큰 것이 약 4 km²였고 북북동으로 움직였습니다. 시기가 맞습니다.',
      en: 'Patches of sargassum were seen east of Dongji in late February, the largest about 4 km², drifting north by east. The time fits.',
    }),
    said('+1 11:30', 'jindo-officer', {
      ko: '조도 서쪽에는 아직 보이지 않습니다. 보이는 대로 알리겠습니다.',
      zh: '鸟岛以西尚未发现，发现即报。',
    }),
    said('+6 17:40', 'shinan-officer', {
      ko: '엿새 동안 420톤을 거두었습니다. 섞인 쓰레기는 무게로 1.1%이며 부표와 로프가 대부분입니다. 골라낸 부표의 표본 100개는 표기 없음 62개, 중국어 라벨 25개, 한국어 라벨 13개입니다.',
      zh: '六天共收集 420 吨，夹带垃圾按重量占 1.1%，以浮球和绳索为主。拣出浮球抽样 100 个：无标识 62 个，中文标签 25 个，韩文标签 13 个。',
      en: '420 t in six days. Waste in it makes 1.1 % by weight, mostly floats and rope. Of 100 floats sampled, 62 carry no mark, 25 a Chinese-language and 13 a Korean-language label.',
    }),
    resolved(
      '+19 17:00',
      'shinan-officer',
      { ko: '해변 전 구간과 양식장 앞을 치웠습니다. 골라낸 뒤의 해조류는 퇴비로 보냈습니다.' },
      [counted('algae_mixed', 1130, 't'), counted('unsorted', 12.4, 't')],
      ['sargassum cleared'],
    ),
  ],
  'geum-estuary-gate': [
    confirmed('+0 08:00', 'seocheon-officer'),
    said('+0 08:20', 'seocheon-officer', {
      ko: '갑문 관리소에 따르면 오늘 밤까지 방류가 이어집니다. 군산시와 서천군이 따로 거두면 서로 밀어내는 셈이 되므로 차단막을 한 줄로 잇기를 제안합니다.',
      zh: '据闸门管理所，放水将持续至今晚。若群山、舒川各自清理，等于互相推移，建议将拦截索连成一线。',
    }),
    said('+0 09:30', 'gunsan-officer', {
      ko: '동의합니다. 군산 쪽 600 m를 맡겠습니다. 작업선이 오후 1시에 도착합니다.',
      zh: '同意，群山方面负责 600 米，作业船下午一点到达。',
    }),
    responded('+0 13:00', 'seocheon-officer', { ko: '군산시와 차단막 두 줄을 쳤습니다.' }),
    said('+2 18:10', 'jeonbuk-officer', {
      ko: '도에서 처리비 일부를 지원하겠습니다. 수거량은 양쪽이 나누어 적어 두 번 세지 않도록 해 주시기 바랍니다.',
    }),
    resolved(
      '+6 17:00',
      'seocheon-officer',
      { ko: '차단막 안쪽을 모두 거두었습니다. 군산 쪽 물량은 군산시가 따로 집계합니다.' },
      [counted('unsorted', 27.4, 't')],
      ['raft cleared'],
    ),
  ],
};
