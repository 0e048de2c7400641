import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { itemsOf, type Scheme, schemeTargets } from '#domain/appraisals/scheme'
import { shippedSchemes } from '#domain/appraisals/shipped'
import { useSession } from '#session'
import { schemesOf, usableSchemes } from '#storage/appraisals'
import { useEditionCopy } from '#ui/Editions.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { pageStyle, SchemeMark, Section, Sections, tableStyle } from './parts.tsx'
import { useSchemeDoor } from './scheme-door.ts'

/** 考核办法: the bureau's own editions, those sent from above, and the tables that come with the program. */
export function SchemesPage() {
  const { book } = useSession()
  const navigate = useNavigate()
  const door = useSchemeDoor()
  const copy = useEditionCopy(door)
  const own = useLiveQuery(() => schemesOf(book.id), [book.id])
  const usable = useLiveQuery(() => usableSchemes(book), [book])
  if (!own || !usable) return null
  const mayWrite = door.may.save
  const sent = usable.filter(({ from }) => from !== '').map(({ scheme }) => scheme)

  return (
    <Box sx={pageStyle}>
      <PageHead title="考核办法" trail="工作考核">
        <Button color="inherit" onClick={() => void navigate('/appraisals')}>
          返回工作考核
        </Button>
      </PageHead>
      <Sections>
        <Section title="本局的考核办法">
          {own.length === 0 ? (
            <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
              本年度还没有自己的考核办法。从下面的自带办法复制一份，改成本局的版本后审定。
            </Box>
          ) : (
            <SchemeTable schemes={own} isOwn onCopy={mayWrite ? copy : null} />
          )}
        </Section>
        {sent.length > 0 && (
          <Section title="上级下发的考核办法">
            <SchemeTable schemes={sent} isOwn onCopy={null} />
          </Section>
        )}
        <Section title="自带办法">
          <SchemeTable schemes={shippedSchemes} isOwn={false} onCopy={mayWrite ? copy : null} />
        </Section>
      </Sections>
    </Box>
  )
}

function SchemeTable(props: {
  schemes: readonly Scheme[]
  isOwn: boolean
  onCopy: ((scheme: Scheme) => void) | null
}) {
  return (
    <Box component="table" sx={{ ...tableStyle, tableLayout: 'fixed' }}>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col" style={{ width: 84 }}>
            考核谁
          </th>
          <th scope="col" className="figure" style={{ width: 56 }}>
            指标
          </th>
          <th scope="col" style={{ width: '34%' }}>
            一级指标（分）
          </th>
          <th scope="col" style={{ width: 170 }}>
            {props.isOwn ? '状态' : '依据'}
          </th>
          {props.onCopy && (
            <th scope="col" style={{ width: 72 }}>
              操作
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.schemes.map((scheme) => (
          <tr key={scheme.id}>
            <td>
              <Box component={Link} to={`/appraisals/schemes/${scheme.id}`} sx={{ color: 'primary.main' }}>
                {scheme.name}
              </Box>
            </td>
            <td>{schemeTargets[scheme.target]}</td>
            <td className="figure">{itemsOf(scheme).length}</td>
            <td>{scheme.groups.map(({ name, points }) => `${name} ${points / 100}`).join('、')}</td>
            <td>
              {props.isOwn ? (
                <>
                  <SchemeMark state={scheme.state} /> 第 {scheme.version} 版
                </>
              ) : (
                `${scheme.clause}〔${scheme.mark}〕`
              )}
            </td>
            {props.onCopy && (
              <td>
                <Button
                  size="small"
                  aria-label={`复制 ${scheme.name}`}
                  onClick={() => props.onCopy?.(scheme)}
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
