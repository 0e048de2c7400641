import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useState } from 'react'
import { type LightKind, type Lights, lightKinds } from '#domain/monitoring/lights'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { lineAt } from '#domain/monitoring/rules'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { LightMark } from '#ui/LightMark.tsx'
import { ProblemList } from '#ui/ProblemList.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { UnfilledList } from '#ui/UnfilledList.tsx'
import { placeName } from './places.ts'

type TabName = 'lights' | 'problems' | 'trail' | 'help'

const entry = { p: '8px 12px', borderBottom: `1px solid ${colours.line}` } as const
const list = { listStyle: 'none', m: 0, p: 0, fontSize: 13, lineHeight: '20px' } as const
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table

/** Right of the form: the lights with what they rest on, what is to be put right, the road and the rules. */
export function MonitoringPanel(props: {
  form: Monitoring
  lights: Lights
  problems: readonly Problem[]
  /** What is not filled in yet and is no finding so far. */
  unfilled: readonly Problem[]
  onJump: (at: string) => void
}) {
  const [tab, setTab] = useState<TabName>('lights')
  const contents: Readonly<Record<TabName, ReactNode>> = {
    lights: <LightList form={props.form} lights={props.lights} />,
    problems: <Findings {...props} />,
    trail: (
      <Box sx={{ p: 3 }}>
        <TrailList trail={props.form.trail} empty="还没有送审。" />
      </Box>
    ),
    help: <Help month={props.form.month} />,
  }
  return (
    <Box
      component="aside"
      aria-label="灯、问题、过程与帮助"
      sx={{
        width: 'min(300px, 38vw)',
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Tabs
        value={tab}
        onChange={(_event, value: TabName) => setTab(value)}
        variant="fullWidth"
        aria-label="右侧栏"
        sx={{ borderBottom: `1px solid ${colours.line}`, flex: 'none' }}
      >
        <Tab value="lights" label="灯" sx={{ px: 1 }} />
        <Tab value="problems" label={`问题 ${props.problems.length}`} sx={{ px: 1 }} />
        <Tab value="trail" label="过程" sx={{ px: 1 }} />
        <Tab value="help" label="帮助" sx={{ px: 1 }} />
      </Tabs>
      <Box role="tabpanel" tabIndex={0} aria-label="内容" sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        {contents[tab]}
      </Box>
    </Box>
  )
}

function LightList({ form, lights }: { form: Monitoring; lights: Lights }) {
  const { frozen } = form
  return (
    <Box component="ul" sx={list}>
      {kinds.map(([kind, name]) => {
        const light = lights[kind]
        const kept = frozen?.[kind]
        return (
          <Box component="li" key={kind} sx={entry}>
            <Box sx={{ display: 'flex', gap: 2, fontWeight: 600 }}>
              <Box sx={{ flex: 1 }}>{name}</Box>
              <LightMark colour={kept?.colour ?? light.colour} />
            </Box>
            <Box>{kept?.reason ?? light.reason}</Box>
            <Box component="details" sx={{ color: colours.secondary, '& summary': { cursor: 'pointer' } }}>
              <summary aria-label={`${name}怎么算的`}>怎么算的</summary>
              <Box>{light.formula}</Box>
              <Box
                component="dl"
                sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2 }}
              >
                {light.inputs.map((input) => (
                  <Box key={input.name} sx={{ display: 'contents' }}>
                    <Box component="dt">{input.name}</Box>
                    <Box component="dd" sx={{ m: 0, textAlign: 'right', color: colours.text }}>
                      {input.value}
                    </Box>
                  </Box>
                ))}
              </Box>
              <Box>界线：{light.line}</Box>
              <Box>
                依据：{light.clause}〔{light.mark}〕
              </Box>
            </Box>
          </Box>
        )
      })}
      {frozen && (
        <Box component="li" sx={{ ...entry, color: colours.secondary }}>
          已汇总：颜色是汇总时的结果，不再重新计算。
        </Box>
      )}
    </Box>
  )
}

function Findings(props: Parameters<typeof MonitoringPanel>[0]) {
  const { problems, unfilled } = props
  if (problems.length + unfilled.length === 0)
    return <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有需要处理的问题。</Box>
  const list = {
    placeOf: (problem: Problem) => placeName(problem.at, props.form),
    onJump: (problem: Problem) => props.onJump(problem.at),
  }
  return (
    <>
      <UnfilledList problems={unfilled} {...list} />
      <ProblemList problems={problems} {...list} />
    </>
  )
}

function Help({ month }: { month: number }) {
  const { rules } = useSession()
  const { monitoring } = rules
  const line = lineAt(month, monitoring)
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        单位填报、送审 → 支出管理科审核 → 监督与绩效管理科汇总。退回的修改后再送审。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）2〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>执行预警线</Box>
        {monitoring.executionLines.map((each) => `1—${each.month} 月 ${each.rate}%`).join('，')}
        。本轮适用 {line ? `${line.rate}%` : '无（还没有到第一条预警线）'}。
        {line && (
          <Box sx={{ color: colours.secondary }}>
            依据：{line.clause}〔{line.mark}〕
          </Box>
        )}
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>怎么填</Box>
        “完成”填到截止月份的实际值，“全年预计”填年底能达到的值；有数的只填数。定性指标填“已完成”“基本完成”“未完成”等。预计不能完成、没有把握的，须选原因并说明。
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>表格按键</Box>
        直接输入替换内容；Enter 到下一行，Tab 到下一格；Ctrl+C / V 复制、粘贴一片；Ctrl+D 向下填充；Ctrl+Z
        撤销；Esc 再 Tab 离开表格。
      </section>
    </Box>
  )
}
