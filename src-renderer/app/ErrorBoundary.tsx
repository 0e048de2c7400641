import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Component, type ReactNode, useEffect, useState } from 'react'
import { useRouteError } from 'react-router'
import { desktop } from '#desktop'
import { copyText } from '#ui/clipboard'
import { codeOf, errorReport, sentenceFor } from '#ui/error-text'

/** A bug stops one page and says so; what was saved stays saved. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown; failed: boolean }> {
  override state = { error: null as unknown, failed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }

  override render() {
    return this.state.failed ? <ErrorView error={this.state.error} /> : this.props.children
  }
}

/** The same for a page below the frame. */
export function PageError() {
  return <ErrorView error={useRouteError()} />
}

export function ErrorView({ error }: { error: unknown }) {
  const [copied, setCopied] = useState(false)
  const isBug = codeOf(error) === ''
  useEffect(() => {
    // A refusal is no bug: it has its own sentence and needs no log.
    if (isBug) void desktop.report(error)
  }, [error, isBug])
  return (
    <Box sx={{ p: 8, maxWidth: 720, display: 'grid', gap: 4 }} role="alert">
      <Typography variant="h1">{isBug ? '这一页出错了' : '绩衡没有打开'}</Typography>
      <Typography>{sentenceFor(error)}</Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" onClick={() => window.location.reload()}>
          重新载入
        </Button>
        <Button variant="outlined" onClick={() => setCopied(copyText(errorReport(error)))}>
          {copied ? '已复制' : '复制错误信息'}
        </Button>
      </Box>
      {isBug && (
        <Box
          component="pre"
          tabIndex={0}
          sx={{
            fontSize: 12,
            color: 'text.secondary',
            whiteSpace: 'pre-wrap',
            maxHeight: 240,
            overflow: 'auto',
            m: 0,
          }}
        >
          {errorReport(error)}
        </Box>
      )}
    </Box>
  )
}
