import { measureRows } from './measure-rows.ts'
import { processRows } from './process-rows.ts'
import { resultRows } from './result-rows.ts'
import type { ApplicationRules } from './rules.ts'
import { document, source } from './sources.ts'

/** 结果应用 as it comes: by object after the founding document, by grade after the province's and cities' own rules. */
export const applicationRules: ApplicationRules = {
  workingDays: 20,
  ...source(`${document}（落实并书面反馈）；20 个工作日为本系统缺省`, '拟'),
  rectification: {
    workingDays: 30,
    ...source(`${document}（落实整改要求）；30 个工作日为本系统缺省`, '拟'),
  },
  measures: measureRows,
  proposals: [...resultRows, ...processRows],
}
