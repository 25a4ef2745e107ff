package tc0.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of the commands that print for people or for programs. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  /** What the user asked for. */
  Format format() {
    return format;
  }
}
