package tc0.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** A command line run inside the test, with what it printed. */
record CommandRun(int exitCode, String out, String err) {

  static final String INTEGERS = "proofs/std/integer.tc0";

  /** A circuit of depth 2 whose promise is true, with room for a lemma. */
  static final String CIRCUIT =
      """
      module small;

      circuit either[n](x: bit[n], y: bit[n]) -> bit[n] {
        both[i < n] = x[i] and y[i];
        return[i < n] = both[i] or x[i];
        ensures nat(return) = nat(x);
      }

      """;

  /** A circuit {@code asks} that rests on an axiom, and a lemma about it. */
  static final String ORACLE =
      """
      source paper2024 "A paper";
      axiom circuit oracle[n](x: bit[n]) -> bit[n] {
        cites paper2024 "Lemma 1" recalled;
        depth constant; size poly; uniform dlogtime;
      }
      circuit asks[n](x: bit[n]) -> bit[n] { return = oracle(x); }
      regime sizes { n grows; }
      lemma small_depth { of asks under sizes; size in poly(n); }
      """;

  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int code = Main.run(command, arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** A file with {@link #CIRCUIT} and more declarations. */
  static String file(Path directory, String declarations) {
    try {
      return Files.writeString(directory.resolve("small.tc0"), CIRCUIT + declarations).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String lastLine() {
    return out.strip().substring(out.strip().lastIndexOf('\n') + 1);
  }
}
