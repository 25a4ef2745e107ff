package tc0.syntax.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/** Reads source files. */
public final class SourceReader {

  /** Largest file that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 22;

  private SourceReader() {}

  /**
   * The text of a UTF-8 file, without byte order mark.
   *
   * @param path the file; its name in diagnostics is the path as given
   * @throws DiagnosticException if it is missing, unreadable, a directory, too large or not text
   */
  public static SourceText read(Path path) {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      throw failure(
          DiagnosticCode.TC0902, name, "this is a directory", "name a .tc0 file inside it");
    }
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(path)) {
      bytes = stream.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw failure(DiagnosticCode.TC0901, name, "there is no such file", "check the path");
    } catch (IOException e) {
      throw failure(
          DiagnosticCode.TC0901,
          name,
          "this file cannot be read",
          "check its permissions and that it is a regular file");
    }
    if (bytes.length > MAX_BYTES) {
      throw failure(
          DiagnosticCode.TC0904,
          name,
          "this file has more than " + (MAX_BYTES >> 20) + " MiB",
          "split it into modules and import them");
    }
    return new SourceText(name, decode(name, bytes));
  }

  private static String decode(String name, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw failure(DiagnosticCode.TC0903, name, "this file is not UTF-8 text", "save it as UTF-8");
    }
    if (text.indexOf('\0') >= 0) {
      throw failure(
          DiagnosticCode.TC0903,
          name,
          "this file contains null characters, so it is not text",
          "save it as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static DiagnosticException failure(
      DiagnosticCode code, String name, String message, String help) {
    Span whole = new Span(name, 0, 0, 1, 1);
    return new DiagnosticException(Diagnostic.error(code, whole, message).withHelp(help));
  }
}
