import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import type { SystemIndicator } from '#domain/evaluation/indicator-system'
import type { EvidenceRef } from '#domain/evaluation/mark'
import type { EvaluationTask, KeptSheet, Material } from '#domain/evaluation/task'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { EvidencePages } from './EvidencePages.tsx'
import { KeyHint } from './KeyHint.tsx'

/** Which material is looked at, and which of its pages. */
export type EvidencePlace = { materialId: string; page: number }

export type EvidenceProps = {
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
}

/** 佐证: the materials, those of the indicator first, and the pages of the one in hand, on which a region can be marked. */
export function EvidencePane(props: EvidenceProps) {
  const { task, material, page, readOnly } = props
  const { book } = useSession()
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
          <MaterialList {...props} />
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
            {material && <EvidencePages {...props} material={material} />}
          </Box>
        </>
      )}
    </Box>
  )
}

/** The materials, those of the indicator first. */
function MaterialList({ task, indicator, material, onPlace }: EvidenceProps) {
  const sorted = task.materials.toSorted(
    (left, right) =>
      Number(right.indicatorIds.includes(indicator.id)) - Number(left.indicatorIds.includes(indicator.id)),
  )
  return (
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
          <MaterialLine
            material={each}
            isHere={each.id === material?.id}
            isOfIndicator={each.indicatorIds.includes(indicator.id)}
            onClick={() => onPlace({ materialId: each.id, page: 1 })}
          />
        </li>
      ))}
    </Box>
  )
}

function MaterialLine({
  material,
  isHere,
  isOfIndicator,
  onClick,
}: {
  material: Material
  isHere: boolean
  isOfIndicator: boolean
  onClick: () => void
}) {
  return (
    <ButtonBase
      aria-current={isHere ? 'true' : undefined}
      onClick={onClick}
      sx={{
        width: '100%',
        justifyContent: 'flex-start',
        textAlign: 'left',
        gap: 2,
        px: 3,
        minHeight: 28,
        fontSize: 13,
        bgcolor: isHere ? colours.selected : undefined,
      }}
    >
      <Box component="span" sx={{ color: colours.secondary, width: 36, flex: 'none' }}>
        {material.number}
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
        {material.name}
      </Box>
      {isOfIndicator && (
        <Box component="span" sx={{ color: colours.ok, whiteSpace: 'nowrap' }}>
          ● 本指标
        </Box>
      )}
      {!material.attachment && (
        <Box component="span" sx={{ color: colours.secondary }}>
          纸质
        </Box>
      )}
    </ButtonBase>
  )
}
