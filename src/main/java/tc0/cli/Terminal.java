package tc0.cli;

/** What the launcher found out about the terminal; Java cannot tell the two streams apart. */
final class Terminal {
  private Terminal() {}

  /** Whether colours make sense on standard output. */
  static boolean hasColours() {
    String none = System.getenv("NO_COLOR");
    return Boolean.getBoolean("tc0.terminal.out")
        && (none == null || none.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** Whether a line on standard error can be rewritten. */
  static boolean showsProgress() {
    return Boolean.getBoolean("tc0.terminal.err") && !"dumb".equals(System.getenv("TERM"));
  }
}
