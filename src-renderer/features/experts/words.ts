import type { Standing } from '#domain/experts/expert'
import { colours } from '#ui/theme'

/** State of an expert as shape and colour beside its word. */
export const standingMarks: Readonly<Record<Standing['kind'], { shape: string; colour: string }>> = {
  in: { shape: '●', colour: colours.ok },
  expired: { shape: '▲', colour: colours.attention },
  suspended: { shape: '▲', colour: colours.attention },
  out: { shape: '○', colour: colours.secondary },
}

/** 等次 as shape and colour (优 良 中 差). */
export const gradeMarks: Readonly<Record<string, { shape: string; colour: string }>> = {
  优: { shape: '●', colour: colours.ok },
  良: { shape: '◆', colour: colours.excess },
  中: { shape: '▲', colour: colours.attention },
  差: { shape: '■', colour: colours.alarm },
}
