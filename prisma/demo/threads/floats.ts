import { confirmed, counted, resolved, responded, said, type Entry } from '../story.ts';

/** Farm floats: an early notice from Changhai, the same make at Moye. */
export const floatThreads: Record<string, Entry[]> = {
  'changhai-floats': [
    confirmed('+0 10:00', 'dalian-officer'),
    said('+0 10:40', 'dalian-officer', {
      zh: '漂失区域四至坐标和企业编号清单（72 个样本）已发各联络点。请韩国西海岸各地若发现带这些编号的浮球，告知数量和日期，我们据此校正漂移推算。',
      ko: '유실 구역의 네 귀퉁이 좌표와 업체 번호 목록(표본 72개)을 각 연락처로 보냈습니다. 한국 서해안에서 이 번호가 적힌 부표를 발견하시면 수량과 날짜를 알려 주시기 바랍니다. 표류 추정을 바로잡는 데 쓰겠습니다.',
      en: 'The corners of the area and the list of farm numbers (72 samples) went to all contact points. If floats with these numbers turn up on the Korean west coast, please tell us how many and when; we use it to correct the drift estimate.',
    }),
    said('+0 14:15', 'ongjin-officer', {
      ko: '미리 알려 주셔서 감사합니다. 백령도와 대청도 순찰조에 번호 목록을 전달했습니다.',
      zh: '感谢提前通报。编号清单已转白翎岛、大青岛巡查组。',
      en: 'Thank you for the early notice. The list is with our patrols on Baengnyeongdo and Daecheongdo.',
    }),
    responded('+0 15:00', 'dalian-officer', { zh: '企业出动 18 艘船回收。' }),
    said('+6 16:20', 'dalian-officer', {
      zh: '一周内回收浮球约 2100 个、吊笼 9 吨，其余随流漂散。',
      ko: '일주일 동안 부표 약 2,100개와 채롱 9톤을 거두었고 나머지는 흩어졌습니다.',
      en: 'Within a week about 2,100 floats and 9 t of lanterns were recovered; the rest has dispersed.',
    }),
    said('+33 11:10', 'ongjin-officer', {
      ko: '대청도 옥죽동에서 목록의 번호가 적힌 부표 7개를 찾았습니다. 알려 주신 추정(3~5주)과 맞습니다. 사진을 보냅니다.',
      zh: '在大青岛玉竹洞发现清单编号浮球 7 个，与所推算的三至五周一致，照片已发送。',
      en: 'Seven floats with numbers of the list were found at Okjuk, Daecheongdo. That fits your estimate of three to five weeks. Photos follow.',
    }),
    said('+34 09:30', 'dalian-officer', {
      zh: '非常宝贵的数据。推算模型已更新，风压系数由 2.5% 调整为 3%。',
      ko: '매우 귀한 자료입니다. 표류 모형을 고쳐 바람 계수를 2.5%에서 3%로 바꾸었습니다.',
      en: 'Very valuable. The model is updated: windage goes from 2.5 % to 3 %.',
    }),
    resolved('+38 15:00', 'dalian-officer', { zh: '回收工作结束。到岸情况继续在本帖更新。' }, [
      counted('plastic_buoy', 2140, 'items'),
      counted('foam_buoy', 263, 'items'),
      counted('aquaculture_gear', 9.3, 't'),
    ]),
  ],
  'moye-floats': [
    confirmed('+0 11:00', 'weihai-officer'),
    said('+0 14:30', 'weihai-officer', {
      zh: '登记表已填：抽样 26 个，无标识 17 个，中文标签 7 个，韩文标签 2 个。韩文标签为“부이 20L”字样，无厂名。',
      ko: '등록표를 채웠습니다. 표본 26개 가운데 표기 없음 17개, 중국어 라벨 7개, 한국어 라벨 2개입니다. 한국어 라벨은 “부이 20L”라고만 적혀 있고 업체 이름은 없습니다.',
      en: 'The sheet is filled in: 26 sampled, 17 without mark, 7 with a Chinese-language and 2 with a Korean-language label. The latter says only “부이 20L”, no maker.',
    }),
    said('+1 09:15', 'taean-officer', {
      ko: '“부이 20L”는 여러 곳에서 쓰는 규격 표시라 업체를 특정할 수 없습니다. 다만 글자 모양이 저희 표본의 것과 같아 사진을 나란히 놓아 보겠습니다.',
      zh: '“부이 20L”为通用规格标示，无法确定厂家。但字体与我方样本相同，将把照片并列比对。',
      en: '“부이 20L” is a common size mark and names no maker. But its lettering is that of our samples; we will put the photos side by side.',
    }),
    responded('+1 10:00', 'weihai-officer', { zh: '浮球已收集，暂存镆铘岛渔港。' }),
    said('+2 16:20', 'weihai-officer', {
      zh: '泰安郡比对结果已看到，4 个批次两岸一致。继续按周三互换一次登记表。',
      ko: '태안군의 대조 결과를 보았습니다. 제조 차수 4개가 양쪽에서 같습니다. 앞으로도 매주 수요일에 등록표를 교환하겠습니다.',
      en: 'We saw Taean’s comparison: four batches occur on both shores. We go on exchanging the sheets every Wednesday.',
    }),
  ],
};
