import { emptyOwn, type OwnContent } from '#domain/library/own-indicator'

/** A proposal of 个性指标 without a fault. */
export const walnuts: OwnContent = {
  ...emptyOwn('common'),
  level1: '产出指标',
  level2: '数量指标',
  name: '核桃低产园改造面积',
  unit: '亩',
  explanation: '当年验收的低产核桃园改造面积',
}
