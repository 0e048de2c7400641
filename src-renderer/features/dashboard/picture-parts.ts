import type { LightColour } from '#domain/monitoring/lights'
import { colours } from '#ui/theme'

/** An axis of 万元 from zero, without hairs. */
export const axisOfAmounts = {
  type: 'value',
  min: (range: { min: number }) => Math.min(0, range.min),
  axisLabel: { color: colours.secondary },
  splitLine: { lineStyle: { color: colours.line } },
  splitNumber: 4,
}

/** Bars lie from top to bottom as in the table. */
export function nameAxis(names: readonly string[]) {
  return {
    type: 'category',
    inverse: true,
    data: names,
    axisTick: { show: false },
    axisLabel: { color: colours.text, interval: 0 },
  }
}

/** The colours of stacked lights, the loudest first. */
export const drawnColours: readonly LightColour[] = ['red', 'yellow', 'blue', 'green', 'none']

/** Room of one bar with its name. */
export const barRow = 22
