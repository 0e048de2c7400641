import type { ReadIndicator } from '#domain/goals/read-form'
import { parseTarget } from '#domain/target'
import { headParts } from './flat-fields.ts'

type Levels = { level1: string; level2: string }

const level1 = /^(成本|产出|效益|满意度)指标$/
const level2 =
  /^(数量|质量|时效|产出成本|(经济|社会|生态环境)成本|经济效益|社会效益|生态(环境)?效益|可持续影响|(社会公众或)?(服务对象|受益对象|群众)?满意度)(指标)?$/
/** A sign, or words that stand for one, between name and value. */
const sign =
  /[≥≤＝=><＞＜≧≦⩾⩽]|大于或?等于|小于或?等于|不低于|不少于|不小于|不超过|不高于|不大于|不多于|至少|至多/
const trailingNumber =
  /^(.*?[^\d.])(\d+(?:\.\d+)?\s*(?:[%％‰]|\p{Script=Han}{1,4}(?:\/\p{Script=Han}{1,3})?)?)$/u
const weightBehind = /[,，]?[(（]?(\d+(?:\.\d+)?)分[)）]?$/

/** Takes names of levels off the front (`产出指标：数量指标：…`); they hold for what follows. */
function takeLevels(text: string, levels: Levels): string {
  const match = /^([^:：≥≤=\d]{2,14})[:：]\s*([\s\S]*)$/.exec(text)
  const name = match?.[1]?.trim() ?? ''
  if (!match || !(level1.test(name) || level2.test(name))) return text
  if (level1.test(name)) Object.assign(levels, { level1: name, level2: '' })
  else levels.level2 = name
  return takeLevels(match[2] ?? '', levels)
}

function nameAndTarget(text: string): { name: string; target: string | null } {
  const at = text.search(sign)
  if (at > 0) return { name: text.slice(0, at).replace(/[:：,，]$/, ''), target: text.slice(at) }
  const pair = /^([^:：]{2,40})[:：](.+)$/s.exec(text)
  if (pair) return { name: pair[1] ?? text, target: pair[2] ?? null }
  const number = trailingNumber.exec(text)
  return number ? { name: number[1] ?? text, target: number[2] ?? null } : { name: text, target: null }
}

/**
 * Indicators listed in one cell (`数量指标：新建道路≥10公里；质量指标：验收合格率100%`), one by one. The head of the column
 * names the level where the text does not.
 */
export function listedIndicators(text: string, head: string, cell: string): ReadIndicator[] {
  const levels: Levels = { level1: '', level2: '' }
  for (const part of headParts(head)) {
    const name = part.replace(/[（(].*$/, '')
    if (level1.test(name)) levels.level1 = name
    else if (level2.test(name)) levels.level2 = name.endsWith('指标') ? name : `${name}指标`
  }
  return text.split(/[；;\n\r。]+/).flatMap((piece) => {
    const numbered = piece
      .trim()
      .replace(/^[(（]?(\d{1,2}|[一二三四五六七八九十]+)[)）、.．]\s*(?!\d)|^[①-⑳]\s*/, '')
    const rest = takeLevels(numbered, levels)
      .replace(/^[(（]?\d{1,2}[)）、.．]\s*(?!\d)|^[①-⑳]\s*/, '')
      .trim()
    if (rest === '' || /^[-—/无]+$/.test(rest)) return []
    const weight = weightBehind.exec(rest)
    // `得分90分` is a target; points behind a target in brackets or after a comma are the weight.
    const isWeight = weight !== null && /^[,，(（]/.test(weight[0])
    const { name, target } = nameAndTarget(isWeight ? rest.slice(0, weight.index) : rest)
    const parts = parseTarget(target ?? '')
    return [
      {
        level1: levels.level1 || null,
        level2: levels.level2 || null,
        level3: name.trim(),
        target: target?.trim() ?? null,
        operator: parts.operator || null,
        value: parts.value || null,
        unit: parts.unit || null,
        weight: isWeight ? Number(weight[1]) : null,
        actual: null,
        score: null,
        cell,
      },
    ]
  })
}
