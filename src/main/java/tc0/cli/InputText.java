package tc0.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tc0.reference.BigRational;
import tc0.reference.InputValue;

/**
 * Reads a value as written on the command line: a number ({@code 3}, {@code -1.5}, {@code 3/4}),
 * the bits of a word ({@code 0b1011}), a list {@code […]} or a record <code>{name: …}</code>.
 */
final class InputText {

  private static final Pattern RAW = Pattern.compile("0b([01]+)");
  private static final Pattern NUMBER = Pattern.compile("(-?)([0-9]+)(?:\\.([0-9]+)|/([0-9]+))?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final String text;
  private int position;

  private InputText(String text) {
    this.text = text;
  }

  /**
   * Reads the whole text.
   *
   * @throws Failure with the column, if it is malformed
   */
  static InputValue parse(String text) {
    InputText reader = new InputText(text);
    InputValue node = reader.node();
    reader.space();
    if (reader.position < text.length()) {
      throw reader.error("the end");
    }
    return node;
  }

  private InputValue node() {
    space();
    if (take('[')) {
      return items();
    }
    if (take('{')) {
      return fields();
    }
    Matcher raw = at(RAW);
    if (raw.lookingAt()) {
      position = raw.end();
      return new InputValue.Raw(new BigInteger(raw.group(1), 2), raw.group(1).length());
    }
    Matcher number = at(NUMBER);
    if (number.lookingAt()) {
      position = number.end();
      return new InputValue.Number(value(number));
    }
    throw error("a number, 0b…, […] or {…}");
  }

  private BigRational value(Matcher number) {
    BigRational magnitude = BigRational.of(new BigInteger(number.group(2)));
    if (number.group(3) != null) {
      BigInteger scale = BigInteger.TEN.pow(number.group(3).length());
      magnitude = magnitude.plus(new BigRational(new BigInteger(number.group(3)), scale));
    }
    if (number.group(4) != null) {
      BigInteger denominator = new BigInteger(number.group(4));
      if (denominator.signum() == 0) {
        throw error("a denominator that is not 0");
      }
      magnitude = magnitude.dividedBy(BigRational.of(denominator));
    }
    return number.group(1).isEmpty() ? magnitude : magnitude.negate();
  }

  private InputValue items() {
    List<InputValue> nodes = new ArrayList<>();
    if (take(']')) {
      return new InputValue.Items(nodes);
    }
    do {
      nodes.add(node());
    } while (take(','));
    expect(']');
    return new InputValue.Items(nodes);
  }

  private InputValue fields() {
    Map<String, InputValue> nodes = new LinkedHashMap<>();
    do {
      space();
      Matcher name = at(NAME);
      if (!name.lookingAt()) {
        throw error("the name of a field");
      }
      position = name.end();
      if (!take(':') && !take('=')) {
        throw error("`:`");
      }
      if (nodes.put(name.group(), node()) != null) {
        throw error("every field once");
      }
    } while (take(','));
    expect('}');
    return new InputValue.Fields(nodes);
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length());
  }

  private boolean take(char c) {
    space();
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw error("`" + c + "` or `,`");
    }
  }

  private void space() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private Failure error(String expected) {
    return Failure.usage(
        "cannot read `" + text + "`: expected " + expected + " at column " + (position + 1));
  }
}
