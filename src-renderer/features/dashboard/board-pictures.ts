import type { Board } from '#domain/dashboard/board'
import { briefPath, type DrillTo } from './board-address.ts'
import type { Picture } from './picture.ts'
import { heatPicture } from './picture-heat.ts'
import { type LightsBy, lightsPicture } from './picture-lights.ts'
import { linePicture } from './picture-line.ts'
import { rankingPicture } from './picture-ranking.ts'
import { unspentPicture } from './picture-unspent.ts'

/** The pictures of a board: four on the page, the fifth in the meeting. */
export function boardPictures(board: Board, to: DrillTo, lightsBy: LightsBy) {
  return {
    line: linePicture(board, to),
    lights: lightsPicture(board, lightsBy, to),
    ranking: rankingPicture(board, to),
    heat: heatPicture(board, (goalId) => briefPath(goalId, board.filter.month)),
    unspent: unspentPicture(board, to),
  } satisfies Record<string, Picture>
}
