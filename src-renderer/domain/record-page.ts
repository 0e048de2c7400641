/** Pages of single records, by the tables in which they are kept: the address up to the id. */
const pages: Readonly<Record<string, string>> = {
  goals: '/goals/',
  reviews: '/goals/',
  adjustments: '/goals/adjustments/',
  meetings: '/goals/meetings/',
  assessments: '/assessments/',
  monitorings: '/monitoring/',
  spotChecks: '/monitoring/checks/',
  roundReports: '/monitoring/reports/',
  disposals: '/disposals/',
  snapshots: '/dashboard/frozen/',
  selfEvaluations: '/evaluation/self/',
  evaluationTasks: '/evaluation/tasks/',
  indicatorSystems: '/evaluation/systems/',
  surveys: '/evaluation/surveys/',
  applications: '/applications/',
  appraisals: '/appraisals/',
  schemes: '/appraisals/schemes/',
}

/** The address of a record's own page; null where its table has none. */
export function recordPage(table: string, id: string): string | null {
  const page = pages[table]
  return page === undefined || id === '' ? null : `${page}${id}`
}
