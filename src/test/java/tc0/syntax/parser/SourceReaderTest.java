package tc0.syntax.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

class SourceReaderTest {

  @TempDir private Path directory;

  @Test
  void aMissingFileIsNamed() {
    Path missing = directory.resolve("none.tc0");
    assertThat(refusal(missing)).isEqualTo(DiagnosticCode.TC0901);
    assertThat(
            catchThrowableOfType(DiagnosticException.class, () -> SourceReader.read(missing))
                .diagnostic()
                .span()
                .file())
        .isEqualTo(missing.toString());
  }

  @Test
  void aDirectoryIsRefused() {
    assertThat(refusal(directory)).isEqualTo(DiagnosticCode.TC0902);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    assertThat(refusal(file(new byte[] {'a', (byte) 0xff, 'b'}))).isEqualTo(DiagnosticCode.TC0903);
    assertThat(refusal(file("grün".getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(DiagnosticCode.TC0903);
  }

  @Test
  void nullCharactersAreRefused() throws IOException {
    assertThat(refusal(file(new byte[] {'a', 0, 'b'}))).isEqualTo(DiagnosticCode.TC0903);
  }

  @Test
  void filesBeyondTheLimitAreRefused() throws IOException {
    byte[] blanks = " ".repeat(SourceReader.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(file(blanks))).isEqualTo(DiagnosticCode.TC0904);
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() throws IOException {
    assertThat(SourceReader.read(file("\uFEFFmodule a;".getBytes(StandardCharsets.UTF_8))).text())
        .isEqualTo("module a;");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("file.tc0"), bytes);
  }

  private static DiagnosticCode refusal(Path path) {
    return catchThrowableOfType(DiagnosticException.class, () -> SourceReader.read(path))
        .diagnostic()
        .code();
  }
}
