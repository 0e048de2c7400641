import { rulesById } from '#domain/year-rules'

export const pack = rulesById('frame-2015')
export const rules = pack.evaluation
