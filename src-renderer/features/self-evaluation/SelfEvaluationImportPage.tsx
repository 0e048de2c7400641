import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import { importSelfEvaluations } from '#actions/import-self-evaluations'
import { undoSelfEvaluationImport } from '#actions/undo-self-evaluation-import'
import { planSelfEvaluations, type SelfEvaluationWorld } from '#domain/evaluation/import-plan'
import type { FormChoice, FoundForm } from '#domain/form-import/plan'
import { formReader } from '#excel/excel'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FormImportCourse } from '#ui/FormImportCourse.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { writtenOf } from '#ui/use-form-import'

/** 导入自评表: 选择 → 识别 → 核对 → 写入. */
export function SelfEvaluationImportPage() {
  const { book, by, rules } = useSession()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const forms = useLiveQuery(() => selfEvaluationsOf(book.id), [book.id])
  const world = useMemo((): SelfEvaluationWorld | null => {
    if (!forms || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const own = forms.filter(({ unitId }) => reached === null || reached.has(unitId))
    return { year: book.year, forms: own, units, pack: rules }
  }, [forms, units, sections, by, book, rules])
  if (!world) return null
  if (world.forms.length === 0)
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHead title="导入自评表" trail="单位自评" />
        <EmptyState text="本年度还没有布置自评。布置后，再导入各单位报来的自评表。">
          <Button variant="outlined" component={Link} to="/evaluation/self">
            去自评台账
          </Button>
        </EmptyState>
      </Box>
    )
  return <BookImport key={book.id} world={world} />
}

function BookImport({ world }: { world: SelfEvaluationWorld }) {
  const { book, by } = useSession()
  const plan = useCallback(
    (found: readonly FoundForm[], choices: ReadonlyMap<string, FormChoice>) =>
      planSelfEvaluations(found, world, choices),
    [world],
  )
  return (
    <FormImportCourse
      words={{
        ...{ title: `导入自评表：${world.year} 年度`, trail: '单位自评', what: '自评表' },
        ...{ target: '对应的自评表', ledger: '/evaluation/self' },
        afterwards: '/evaluation/self?group=missing',
      }}
      world={world}
      reader={formReader}
      plan={plan}
      write={(items, files) => importSelfEvaluations(book.id, writtenOf(items), files, by)}
      undo={(undo) => undoSelfEvaluationImport(undo, by)}
      namesOf={({ found }) => found.form.selfEvaluation?.entries.map(({ name }) => name) ?? null}
      countOf={(undo) => undo.forms.length}
    />
  )
}
