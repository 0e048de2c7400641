import type { SpotCheck } from '#domain/spot-checks/spot-check'

/** A check with everything recorded that it needs. */
export function completeCheck(check: SpotCheck): SpotCheck {
  return {
    ...check,
    checkedOn: '2026-09-03',
    place: '县城至赤溪公路 K3 段',
    checkers: '赵强、周敏',
    lines: check.lines.map((line, index) =>
      index === 0 ? { ...line, found: line.reported || '0', verdict: 'true' } : line,
    ),
    record: '查阅支付凭证 12 份，账实相符。',
    verdict: 'true',
  }
}
