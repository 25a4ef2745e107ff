package tc0.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tc0.verify.Progress;

/** One line on a terminal that is rewritten while work goes on. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long MILLIS_BETWEEN = 100;
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final long start = System.nanoTime();
  private long last;

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void begins(String text) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (last == 0 || millis - last >= MILLIS_BETWEEN) {
      last = Math.max(1, millis);
      String line = String.format(Locale.ROOT, "%5.1f s  %s", millis / 1000.0, text);
      err.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), WIDTH)));
      err.flush();
    }
  }

  /** Removes the line. */
  @Override
  public synchronized void close() {
    if (last != 0) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
