import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { TextPlace } from '#domain/screening/finding'
import { screenedLines, shownPlaces } from '#domain/screening/line'
import { honest, screened } from './sample.ts'

const sentences = [
  '项目已按照合同约定完成主体工程施工',
  '因招标程序延后致使资金支付晚于计划',
  '受助学生名单正在与学籍系统逐一核对',
]

/** Forms of few units with few sentences: many share one, some of one unit alone. */
const forms = fc
  .array(
    fc.record({
      unit: fc.integer({ min: 1, max: 3 }),
      measures: fc.subarray(sentences),
      summary: fc.subarray(sentences),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ unit, measures, summary }, index) =>
      honest({
        ...{ id: `f${String(index).padStart(2, '0')}`, name: `项目${index}`, unitId: `u${unit}` },
        ...{ measures: measures.join('。'), summary: summary.join('。') },
      }),
    ),
  )

/** What the rule says, place by place: each form beside every other. */
function messageOf(
  form: Monitoring,
  { sentence, places }: { sentence: string; places: readonly TextPlace[] },
) {
  const others = places.filter(({ monitoringId }) => monitoringId !== form.id)
  const across = new Set(places.map(({ unitId }) => unitId)).size > 1
  const named = across ? others.find(({ unitId }) => unitId !== form.unitId) : others[0]
  const more = others.length > 1 ? `等 ${others.length} 份监控表` : ''
  return `“${sentence}”与${across ? '其他单位' : '本单位'}“${named?.name}”${more}相同。`
}

it('says of every shared sentence what comparing each form with each other says', () => {
  fc.assert(
    fc.property(forms, (all) => {
      const found = screened(all)
      for (const { form, findings } of found) {
        const copied = findings.flatMap((each) => (each.copied ? [{ ...each, copied: each.copied }] : []))
        const expected = sentences.filter((sentence) =>
          all.some(({ id, measures, summary }) => id !== form.id && has(sentence, measures, summary))
            ? has(sentence, form.measures, form.summary)
            : false,
        )
        expect(copied.map(({ copied: { sentence } }) => sentence).toSorted()).toEqual(expected.toSorted())
        for (const each of copied) {
          expect(each.message).toBe(messageOf(form, each.copied))
          const holders = all.filter(({ measures, summary }) => has(each.copied.sentence, measures, summary))
          expect(each.copied.places.map(({ monitoringId }) => monitoringId)).toEqual(
            holders.map(({ id }) => id),
          )
        }
      }
    }),
  )
})

function has(sentence: string, ...texts: string[]): boolean {
  return texts.some((text) => text.includes(sentence))
}

it('shows of a shared sentence its own place and the first others', () => {
  fc.assert(
    fc.property(forms, (all) => {
      const found = screened(all)
      for (const [at, line] of screenedLines(found).entries()) {
        const whole = found[at]
        expect(line.id).toBe(whole?.form.id)
        for (const [index, finding] of line.findings.entries()) {
          const places = whole?.findings[index]?.copied?.places ?? []
          const ordered = places.toSorted(
            (left, right) => Number(right.monitoringId === line.id) - Number(left.monitoringId === line.id),
          )
          expect(shownPlaces(line, finding)).toEqual(ordered.slice(0, 6))
          expect(finding.copied?.count ?? 0).toBe(places.length)
        }
      }
    }),
  )
})
