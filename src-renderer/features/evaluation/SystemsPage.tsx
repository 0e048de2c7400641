import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { evaluationScopes, type IndicatorSystem, indicatorsOf } from '#domain/evaluation/indicator-system'
import { shippedSystems } from '#domain/evaluation/templates'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { indicatorSystemsOf } from '#storage/evaluation-tasks'
import { Card } from '#ui/Card.tsx'
import { useEditionCopy } from '#ui/Editions.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { SystemMark } from './StateMark.tsx'
import { useSystemDoor } from './system-door.ts'

/** 指标体系: the bureau's own editions, and the templates that come with the program. */
export function SystemsPage() {
  const { book } = useSession()
  const navigate = useNavigate()
  const { attempt } = useToast()
  const door = useSystemDoor()
  const copy = useEditionCopy(door)
  const own = useLiveQuery(() => indicatorSystemsOf(book.id), [book.id])
  if (!own) return null
  const mayWrite = door.may.save

  function start() {
    attempt(async () => {
      const empty: IndicatorSystem = {
        ...{ id: crypto.randomUUID(), name: '新的评价指标体系', scope: 'project', levels: [] },
        ...{ version: 1, state: 'draft', basedOn: '', approvedBy: '', approvedAt: '' },
        ...{ clause: '本局编制', mark: '拟' },
      }
      const kept = await door.add(empty)
      void navigate(`/evaluation/systems/${kept.id}`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="指标体系" trail="绩效评价">
        {mayWrite && (
          <Button variant="contained" onClick={start}>
            新建指标体系
          </Button>
        )}
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <Card title="本局的指标体系">
          {own.length === 0 ? (
            <EmptyState text="本年度还没有自己的指标体系。从下面的模板复制一份，改成本局的版本后审定。" />
          ) : (
            <SystemTable systems={own} isOwn onCopy={mayWrite ? copy : null} />
          )}
        </Card>
        <Card title="自带模板">
          <SystemTable systems={shippedSystems} isOwn={false} onCopy={mayWrite ? copy : null} />
        </Card>
      </Box>
    </Box>
  )
}

function SystemTable(props: {
  systems: readonly IndicatorSystem[]
  isOwn: boolean
  onCopy: ((system: IndicatorSystem) => void) | null
}) {
  return (
    <Box component="table" sx={tableStyle}>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col" style={{ width: 132 }}>
            适用对象
          </th>
          <th scope="col" style={{ width: 64, textAlign: 'right' }}>
            指标
          </th>
          <th scope="col" style={{ width: 200 }}>
            一级指标（分）
          </th>
          {props.isOwn ? (
            <th scope="col" style={{ width: 150 }}>
              状态
            </th>
          ) : (
            <th scope="col" style={{ width: '26%' }}>
              依据
            </th>
          )}
          {props.onCopy && (
            <th scope="col" style={{ width: 72 }}>
              操作
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.systems.map((system) => (
          <tr key={system.id}>
            <td>
              <Box component={Link} to={`/evaluation/systems/${system.id}`} sx={{ color: 'primary.main' }}>
                {system.name}
              </Box>
            </td>
            <td>{evaluationScopes[system.scope]}</td>
            <td style={{ textAlign: 'right' }}>{indicatorsOf(system).length}</td>
            <td>{system.levels.map(({ name, points }) => `${name} ${formatWeight(points)}`).join('、')}</td>
            {props.isOwn ? (
              <td>
                <SystemMark state={system.state} /> 第 {system.version} 版
              </td>
            ) : (
              <td>
                {system.clause}〔{system.mark}〕
              </td>
            )}
            {props.onCopy && (
              <td>
                <Button
                  size="small"
                  aria-label={`复制 ${system.name}`}
                  onClick={() => props.onCopy?.(system)}
                >
                  复制
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 13,
  lineHeight: '20px',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600 },
  '& th, & td': { p: '5px 8px', borderBottom: `1px solid ${colours.line}`, overflowWrap: 'anywhere' },
} as const
