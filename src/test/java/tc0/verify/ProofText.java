package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/**
 * A shipped proof file with changes to its text, or to that of a module it imports. The files are
 * copied, changed and verified.
 *
 * @param file below {@code proofs}
 * @param only the lemmas and theorems to verify, all if empty
 */
record ProofText(String file, List<Change> changes, List<String> only) {

  private static final Path PROOFS = Path.of("proofs");

  /** Every occurrence of {@code before} in {@code file} becomes {@code after}. */
  record Change(String file, String before, String after) {}

  /** What came of verifying: errors of loading, or verdict lines. */
  record Result(List<Diagnostic> errors, List<Line> lines) {

    /** The lines that are not verified. */
    List<Line> refused() {
      return lines.stream().filter(line -> !line.standing().isGreen()).toList();
    }

    /** Asserts that a line is refused by the rule for a reason that contains the phrase. */
    void isRefused(String rule, String phrase) {
      assertThat(errors).isEmpty();
      assertThat(refused())
          .anySatisfy(
              line -> {
                assertThat(line.rule()).isEqualTo(rule);
                assertThat(line.detail()).contains(phrase);
              });
    }

    /** Asserts that a check found a counterexample whose description contains the phrase. */
    void isRefuted(String method, String phrase) {
      isRefused(method, phrase);
      assertThat(refused()).anyMatch(line -> line.standing() == Standing.REFUTED);
    }

    /** Asserts that the text itself has an error. */
    void isWrong(String code, String phrase) {
      assertThat(errors)
          .anySatisfy(
              error -> {
                assertThat(error.code().name()).isEqualTo(code);
                assertThat(error.message()).contains(phrase);
              });
    }

    /** Asserts that everything is verified. */
    void isVerified() {
      assertThat(errors).isEmpty();
      assertThat(lines).isNotEmpty();
      assertThat(refused()).isEmpty();
    }
  }

  /** The file as it is shipped. */
  static ProofText of(String file) {
    return new ProofText(file, List.of(), List.of());
  }

  /** Only these lemmas and theorems. */
  ProofText only(String... names) {
    return new ProofText(file, changes, List.of(names));
  }

  /** With a change in the file itself. */
  ProofText with(String before, String after) {
    return with(file, before, after);
  }

  /** With a change in another module. */
  ProofText with(String module, String before, String after) {
    List<Change> all = new ArrayList<>(changes);
    all.add(new Change(module, before, after));
    return new ProofText(file, all, only);
  }

  /** What holds for all sizes, without checks. */
  Result symbolically() {
    return verify(false);
  }

  /** With the checks at small sizes. */
  Result withChecks() {
    return verify(true);
  }

  private Result verify(boolean checks) {
    try {
      Path directory = Files.createTempDirectory("proofs");
      try {
        return verify(directory, checks);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result verify(Path directory, boolean checks) throws IOException {
    copy(directory);
    for (Change change : changes) {
      Path changed = directory.resolve(change.file());
      String text = Files.readString(changed);
      assertThat(text).contains(change.before());
      Files.writeString(changed, text.replace(change.before(), change.after()));
    }
    Elaborator.Result loaded =
        Elaborator.load(directory.resolve(file), new SearchPath(List.of(directory)));
    if (loaded.program().isEmpty()) {
      return new Result(loaded.diagnostics(), List.of());
    }
    Options options =
        new Options(
            only,
            1,
            Duration.ofSeconds(60),
            checks,
            checks,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of());
    try {
      Report report = Verifier.verify(loaded.program().get(), options, step -> {});
      return new Result(List.of(), report.lines().toList());
    } catch (DiagnosticException e) {
      return new Result(List.of(e.diagnostic()), List.of());
    }
  }

  private static void copy(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(PROOFS)) {
      for (Path file : files.toList()) {
        Path target = directory.resolve(PROOFS.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
