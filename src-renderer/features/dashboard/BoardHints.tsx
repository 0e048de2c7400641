import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import type { moneySources } from '#domain/dashboard/facts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'

/** The page of a book in which nothing can be summed yet. */
export function NoBoard({ mayImport }: { mayImport: boolean }) {
  const navigate = useNavigate()
  return (
    <>
      <PageHead title="看板" trail="绩效监控" />
      <EmptyState text="还没有可以汇总的项目。目标批复、布置监控或导入国库支出台账后，这里显示全部情况。">
        {mayImport && (
          <Button variant="contained" onClick={() => void navigate('/execution/import')}>
            导入国库台账
          </Button>
        )}
      </EmptyState>
    </>
  )
}

/** Without the treasury's ledger the board says so: its figures are what the units said. */
export function SourceHint({ source, mayImport }: { source: keyof typeof moneySources; mayImport: boolean }) {
  const navigate = useNavigate()
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        p: 3,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1 }}>
        {source === 'forms'
          ? '还没有导入国库支出台账，支出为各单位在监控表中填报的数，没有按月对照。'
          : '还没有支出数据。导入国库支出台账后，显示进度、预警和排名。'}
      </Box>
      {mayImport && (
        <Button variant="outlined" size="small" onClick={() => void navigate('/execution/import')}>
          导入国库台账
        </Button>
      )}
    </Box>
  )
}
