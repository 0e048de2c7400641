import type { EvaluationScope, IndicatorSystem } from './indicator-system.ts'
import { department2013 } from './template-department-2013.ts'
import { government } from './template-government.ts'
import { nationalProject } from './template-national-project.ts'
import { policy } from './template-policy.ts'
import { sichuanDepartment } from './template-sichuan-department.ts'
import { sichuanProject } from './template-sichuan-project.ts'
import { capital, fund, insurance } from './templates-budgets.ts'

/** The templates that come with the program, by what they are for. */
export const shippedSystems: readonly IndicatorSystem[] = [
  nationalProject,
  sichuanProject,
  sichuanDepartment,
  department2013,
  policy,
  government,
  fund,
  capital,
  insurance,
]

/** The templates of a scope, the one to propose first. */
export function templatesFor(scope: EvaluationScope): IndicatorSystem[] {
  return shippedSystems.filter((system) => system.scope === scope)
}
