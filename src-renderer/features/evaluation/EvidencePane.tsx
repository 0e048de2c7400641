import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import { desktop } from '#desktop'
import type { SystemIndicator } from '#domain/evaluation/indicator-system'
import type { EvidenceRef } from '#domain/evaluation/mark'
import type { EvaluationTask, KeptSheet, Material } from '#domain/evaluation/task'
import { useSession } from '#session'
import { MarkedPages } from '#ui/MarkedPages.tsx'
import type { MarkedRegion } from '#ui/PageMarking.tsx'
import type { PageRegion } from '#ui/page-region'
import { colours } from '#ui/theme'
import { KeyHint } from './KeyHint.tsx'

/** Which material is looked at, and which of its pages. */
export type EvidencePlace = { materialId: string; page: number }

/** 佐证: the materials, those of the indicator first, and the pages of the one in hand, on which a region can be marked. */
export function EvidencePane(props: {
  task: EvaluationTask
  sheet: KeptSheet
  indicator: SystemIndicator
  material: Material | undefined
  page: number
  width: number
  /** Px of the desk that belong to the other panes. */
  besides: number
  readOnly: boolean
  onPlace: (place: EvidencePlace) => void
  onTie: (ref: EvidenceRef) => void
  /** A region of the indicator in hand was moved. */
  onMove: (before: EvidenceRef, after: EvidenceRef) => void
}) {
  const { task, indicator, material, page, readOnly } = props
  const { book } = useSession()
  const sorted = task.materials.toSorted(
    (left, right) =>
      Number(right.indicatorIds.includes(indicator.id)) - Number(left.indicatorIds.includes(indicator.id)),
  )
  const whole = material && {
    attachmentId: material.id,
    page: material.attachment ? page : null,
    region: null,
  }
  return (
    <Box
      component="aside"
      aria-label="佐证材料"
      data-part="evidence"
      sx={{
        width: props.width,
        maxWidth: `calc(100% - ${props.besides}px)`,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: colours.surface,
        fontSize: 13,
      }}
    >
      {task.materials.length === 0 ? (
        <Box sx={{ p: 4, color: colours.secondary, lineHeight: '20px' }}>
          {book.kit
            ? '评分包里没有材料。不能核实的选“未证实”；有根据要扣分的，请财政局补充材料后重新生成评分包，已评的内容还在。'
            : '还没有材料。请在任务的“材料”中添加文件或登记纸质材料；扣分须关联佐证。'}
        </Box>
      ) : (
        <>
          <Box
            component="ul"
            aria-label="材料"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              flex: 'none',
              maxHeight: 141,
              overflow: 'auto',
              borderBottom: `1px solid ${colours.line}`,
            }}
          >
            {sorted.map((each) => (
              <li key={each.id}>
                <ButtonBase
                  aria-current={each.id === material?.id ? 'true' : undefined}
                  onClick={() => props.onPlace({ materialId: each.id, page: 1 })}
                  sx={{
                    width: '100%',
                    justifyContent: 'flex-start',
                    textAlign: 'left',
                    gap: 2,
                    px: 3,
                    minHeight: 28,
                    fontSize: 13,
                    bgcolor: each.id === material?.id ? colours.selected : undefined,
                  }}
                >
                  <Box component="span" sx={{ color: colours.secondary, width: 36, flex: 'none' }}>
                    {each.number}
                  </Box>
                  <Box
                    component="span"
                    sx={{
                      flex: 1,
                      minWidth: 0,
                      overflow: 'hidden',
                      textOverflow: 'ellipsis',
                      whiteSpace: 'nowrap',
                    }}
                  >
                    {each.name}
                  </Box>
                  {each.indicatorIds.includes(indicator.id) && (
                    <Box component="span" sx={{ color: colours.ok, whiteSpace: 'nowrap' }}>
                      ● 本指标
                    </Box>
                  )}
                  {!each.attachment && (
                    <Box component="span" sx={{ color: colours.secondary }}>
                      纸质
                    </Box>
                  )}
                </ButtonBase>
              </li>
            ))}
          </Box>
          <Box sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1, px: 3, py: 1 }}>
            <Box sx={{ flex: 1, fontSize: 12, color: colours.secondary }}>
              换材料<KeyHint>M</KeyHint>　翻页<KeyHint>[</KeyHint>
              <KeyHint>]</KeyHint>
            </Box>
            <Button
              size="small"
              variant="outlined"
              disabled={readOnly || !whole}
              onClick={() => whole && props.onTie(whole)}
            >
              {material?.attachment ? '关联本页' : '关联'}
              <KeyHint>E</KeyHint>
            </Button>
          </Box>
          <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, bgcolor: colours.page }}>
            {material && <Pages {...props} material={material} />}
          </Box>
        </>
      )}
    </Box>
  )
}

function Pages(props: Parameters<typeof EvidencePane>[0] & { material: Material }) {
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
  { sheet, indicator, page }: Pick<Parameters<typeof EvidencePane>[0], 'sheet' | 'indicator' | 'page'>,
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
