"""R code that sends its own process an interrupt (Ctrl-C), a little later."""

from __future__ import annotations

#: ``send_interrupt(after)`` gives the file that will tell when the signal was sent. R ignores the
#: signal within system(), so the seconds begin when that has returned.
SEND_INTERRUPT = """
send_interrupt <- function(after) {
  sent <- tempfile()
  begin <- tempfile()
  system(sprintf(paste("(until [ -e %s ]; do sleep 0.005; done; sleep %.3f;",
                       "date +%%s.%%N > %s; kill -INT %d) > /dev/null 2>&1 &"),
                 begin, after, sent, Sys.getpid()))
  file.create(begin)
  sent
}
"""
