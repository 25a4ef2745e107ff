package tc0.cli;

/** Forms of output. */
enum Format {
  /** For people. */
  text,
  /** For programs. */
  json
}
