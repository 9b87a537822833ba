import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('which language a text is in', () => {
  test.each([
    ['간밤 북서풍 뒤 스티로폼 부표가 밀려왔습니다.', 'ko'],
    ['만리포 GPS 36.786 N, 126.143 E 확인', 'ko'],
    ['사진을 青岛市에 보내 대조하고 있습니다.', 'ko'],
    ['我局将于 11 月 20 日前把核对结果发到本帖。', 'zh'],
    ['PVC 管 12 kg，照片见 https://example.org/very/long/address', 'zh'],
    ['We counted 58 floats; 12 carry a label.', 'en'],
    ['The label on most of the floats reads 浮球 and the batch is unreadable.', 'en'],
    ['340 kg', null],
    ['', null],
    ['…', null],
    ['ブイが流れ着きました', null],
  ] as const)('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
