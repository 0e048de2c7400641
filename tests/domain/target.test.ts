import { describe, expect, it } from 'vitest'
import { normaliseText, parseOperator, parseTarget } from '#domain/target'

const split: readonly [string, string, string, string][] = [
  ['≥95%', '≥', '95', '%'],
  ['>=20平方米', '≥', '20', '平方米'],
  ['≧ 95 ％', '≥', '95', '%'],
  ['＞９２％', '>', '92', '%'],
  ['<=2875元/个', '≤', '2875', '元/个'],
  ['≦3', '≤', '3', ''],
  ['═100%', '=', '100', '%'],
  ['﹦100%', '=', '100', '%'],
  ['=100.00(%)', '=', '100.00', '%'],
  ['=23万元/个', '=', '23', '万元/个'],
  ['≥80M', '≥', '80', 'M'],
  ['不低于60户/人.月', '≥', '60', '户/人.月'],
  ['不少于12种', '≥', '12', '种'],
  ['小于0.9‰', '<', '0.9', '‰'],
  ['大于等于3,500公斤', '≥', '3500', '公斤'],
  ['95%以上', '≥', '95', '%'],
  ['30天以内', '≤', '30', '天'],
  ['>=530元/人*月', '≥', '530', '元/人*月'],
  ['985米', '', '985', '米'],
  ['0起', '', '0', '起'],
  ['7万张', '', '7', '万张'],
  ['≥15年', '≥', '15', '年'],
  ['100', '', '100', ''],
  ['-0.3%', '', '-0.3', '%'],
]
const whole = [
  '良好',
  '1600人、200人',
  '100%1000件',
  '2021年1月-12月',
  '2023年12月',
  '2020年全年。',
  '12月底到位',
  '每年12月底前',
  '9月前',
  '严格按照预算标准1000元/人给补助对象兑付补助',
  '在规定时间结案率为95%',
  '约5.5万人次',
  '≧ %',
  '>',
  '',
  '根据下达任务目标要求确定',
]

describe('targets', () => {
  it.each(split)('%s is split', (text, operator, value, unit) => {
    expect(parseTarget(text)).toEqual({ operator, value, unit })
  })
  it.each(whole)('%s stays text', (text) => {
    expect(parseTarget(text)).toEqual({ operator: '', value: text, unit: '' })
  })
  it('names the sign of a sign cell', () => {
    expect(['≧', '>=', '═', '﹦', '大于等于', '定性', '无', '', '优良中低差'].map(parseOperator)).toEqual([
      '≥',
      '≥',
      '=',
      '=',
      '≥',
      '定性',
      '',
      '',
      '',
    ])
  })
  it('compares what is the same in other dress', () => {
    expect(normaliseText('满意度指\n标　（％）')).toBe('满意度指标(%)')
  })
})
