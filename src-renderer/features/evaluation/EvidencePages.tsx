import Box from '@mui/material/Box'
import { desktop } from '#desktop'
import type { EvaluationTask, Material } from '#domain/evaluation/task'
import { MarkedPages } from '#ui/MarkedPages.tsx'
import type { MarkedRegion } from '#ui/PageMarking.tsx'
import type { PageRegion } from '#ui/page-region'
import { colours } from '#ui/theme'
import type { EvidenceProps } from './EvidencePane.tsx'

/** The pages of the material in hand, with the regions that the sheet marked on them. */
export function EvidencePages(props: EvidenceProps & { material: Material }) {
  const { material, page, readOnly, task, sheet, indicator } = props
  function move(id: string, region: PageRegion) {
    const at = Number(id.slice(id.lastIndexOf(' ') + 1))
    const before = sheet.marks[indicator.id]?.evidence[at]
    if (before) props.onMove(before, { ...before, region })
  }
  if (!material.attachment)
    return (
      <Box sx={{ p: 3, lineHeight: '20px' }}>
        <b>
          {material.number} {material.name}
        </b>
        <br />
        这份材料只登记了纸质件。{material.note && `说明：${material.note}`}
      </Box>
    )
  return (
    <>
      {!readOnly && (
        <Box sx={{ fontSize: 12, color: colours.secondary, mb: 1 }}>
          按住鼠标在页面上拉框，标出与本指标有关的地方；也可以用 Tab 到页面上按 Enter 新建，用方向键移动。
        </Box>
      )}
      <MarkedPages
        key={material.id}
        hash={material.attachment.hash}
        name={material.attachment.name}
        load={desktop.readAttachment}
        page={page}
        onPage={(next) => props.onPlace({ materialId: material.id, page: next })}
        regions={regionsOn(props, material, names(task))}
        onMark={readOnly ? undefined : (region) => props.onTie({ attachmentId: material.id, page, region })}
        onChange={readOnly ? undefined : move}
      />
    </>
  )
}

function names({ system }: EvaluationTask): Map<string, string> {
  return new Map(
    system.levels.flatMap(({ groups }) =>
      groups.flatMap(({ indicators }) => indicators.map(({ id, name }) => [id, name] as const)),
    ),
  )
}

/** The regions that the sheet marked on the page in sight; those of the indicator in hand stand out. */
function regionsOn(
  { sheet, indicator, page }: Pick<EvidenceProps, 'sheet' | 'indicator' | 'page'>,
  material: Material,
  nameById: ReadonlyMap<string, string>,
): MarkedRegion[] {
  return Object.entries(sheet.marks).flatMap(([id, { evidence }]) =>
    evidence.flatMap((ref, at) =>
      ref.attachmentId === material.id && ref.page === page && ref.region
        ? [
            {
              ...ref.region,
              // By its place: a region that is moved stays the same element, and keeps the focus.
              id: `${id} ${at}`,
              label: nameById.get(id) ?? '',
              isStrong: id === indicator.id,
            },
          ]
        : [],
    ),
  )
}
