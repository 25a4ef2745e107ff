package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tc0.reference.FixedFormat;
import tc0.reference.Meaning;
import tc0.reference.WordType;
import tc0.sat.SymbolicValue.Fraction;
import tc0.sat.SymbolicValue.Function;
import tc0.syntax.ast.Expression;
import tc0.syntax.source.Span;

/** The functions that every specification may use, as gates. */
final class BuiltInBlaster {

  private static final Set<String> NAMES =
      Set.of(
          "nat",
          "int",
          "value",
          "canonical",
          "rounded",
          "resize",
          "len",
          "clog2",
          "ceil",
          "floor",
          "abs",
          "min",
          "max",
          "bit",
          "exp",
          "sqrt",
          "sin",
          "cos");

  private final ExpressionBlaster expressions;
  private final IntegerBlaster integers;
  private final FractionBlaster fractions;

  BuiltInBlaster(ExpressionBlaster expressions) {
    this.expressions = expressions;
    integers = expressions.integers();
    fractions = expressions.fractions();
  }

  /** Whether a name is built in and can be translated. */
  static boolean has(String name) {
    return NAMES.contains(name);
  }

  SymbolicValue apply(String name, Expression.Call call, SymbolicScope scope) {
    Span span = call.span();
    return switch (name) {
      case "nat" -> Fraction.of(natural(argument(call, 0, scope), span));
      case "int" -> Fraction.of(integer(argument(call, 0, scope), span));
      case "value" -> value(argument(call, 0, scope), span);
      case "canonical" -> {
        value(argument(call, 0, scope), span);
        yield new SymbolicValue.Truth(BooleanGraph.TRUE); // every word of a fixed format is
      }
      case "rounded" -> rounded(call, scope);
      case "resize" -> resize(call, scope);
      case "len" -> Fraction.of(length(whole(call, 0, scope)));
      case "clog2" ->
          Fraction.of(length(integers.subtract(whole(call, 0, scope), BitVector.constant(1))));
      case "ceil" -> Fraction.of(ceiling(call, scope));
      case "floor" -> Fraction.of(fractions.floor(fraction(call, 0, scope)));
      case "abs" -> fractions.absolute(fraction(call, 0, scope));
      case "min", "max" -> {
        Fraction best = fraction(call, 0, scope);
        for (int i = 1; i < call.arguments().size(); i++) {
          best = fractions.extremum(name.equals("max"), best, fraction(call, i, scope));
        }
        yield best;
      }
      case "bit" -> new SymbolicValue.Truth(bit(call, scope));
      case "exp" -> image(Function.EXP, call, scope);
      case "sin" -> image(Function.SIN, call, scope);
      case "cos" -> image(Function.COS, call, scope);
      case "sqrt" -> {
        Fraction radicand = fraction(call, 0, scope);
        expressions.undefinedIf(radicand.numerator().sign());
        yield new SymbolicValue.Image(Function.SQRT, radicand);
      }
      default -> throw ExpressionBlaster.unsupported("the function " + name, span);
    };
  }

  private SymbolicValue image(Function function, Expression.Call call, SymbolicScope scope) {
    return new SymbolicValue.Image(function, fraction(call, 0, scope));
  }

  private SymbolicValue rounded(Expression.Call call, SymbolicScope scope) {
    FixedFormat format = format(call.arguments().get(0), scope);
    SymbolicValue exact = argument(call, 1, scope);
    if (exact instanceof SymbolicValue.Image image) {
      boolean small =
          image.argument().denominator().isConstant()
              && image.argument().numerator().width() <= IntegerBlaster.TABLE_BITS;
      if (!small) {
        throw ExpressionBlaster.unsupported("a table of so many values", call.span());
      }
      return fractions.round(format, image);
    }
    return fractions.round(format, expressions.fraction(exact, call.span()));
  }

  /** {@code fixed(i, f)}, or a type of that shape that represents it. */
  private FixedFormat format(Expression expression, SymbolicScope scope) {
    if (expression instanceof Expression.Call call && call.arguments().size() == 2) {
      String name = call.callee().toString();
      boolean builtIn = name.equals("fixed");
      boolean declared =
          scope.outer(name).orElse(null) instanceof Meaning.Type type
              && type.declaration()
                  .represents()
                  .filter(r -> r.format().text().equals("fixed"))
                  .isPresent();
      if (builtIn || declared) {
        List<Integer> sizes = new ArrayList<>();
        for (Expression size : call.arguments()) {
          sizes.add(expressions.index(size, scope).max(BigInteger.ZERO).intValueExact());
        }
        return new FixedFormat(sizes.get(0), sizes.get(1));
      }
    }
    throw ExpressionBlaster.unsupported("this number format", expression.span());
  }

  private BitVector natural(SymbolicValue value, Span span) {
    return value instanceof SymbolicValue.Array array
        ? oneWord(array.words(), span).natural(integers)
        : expressions.whole(value, span);
  }

  private BitVector integer(SymbolicValue value, Span span) {
    return value instanceof SymbolicValue.Array array
        ? oneWord(array.words(), span).integer(integers)
        : expressions.whole(value, span);
  }

  private SymbolicValue value(SymbolicValue value, Span span) {
    return value instanceof SymbolicValue.Array array && !array.words().type().isSingleNumber()
        ? expressions.decoded(array.words(), span)
        : expressions.fraction(value, span);
  }

  private static SymbolicWords oneWord(SymbolicWords words, Span span) {
    int rank = words.type().element() instanceof WordType.Record ? 0 : 1;
    if (words.type().extents().size() > rank) {
      throw ExpressionBlaster.unsupported("an array of words as one number", span);
    }
    return words;
  }

  private SymbolicValue resize(Expression.Call call, SymbolicScope scope) {
    if (!(argument(call, 0, scope) instanceof SymbolicValue.Array array)) {
      throw ExpressionBlaster.unsupported("resize of a number", call.span());
    }
    List<Integer> extents = array.words().type().extents();
    List<SymbolicWords.Axis> axes = new ArrayList<>();
    for (int axis = 0; axis + 1 < extents.size(); axis++) {
      axes.add(new SymbolicWords.Axis.Kept(extents.get(axis)));
    }
    BigInteger extent = expressions.index(call.arguments().get(1), scope).max(BigInteger.ZERO);
    axes.add(new SymbolicWords.Axis.Kept(extent.intValueExact()));
    return new SymbolicValue.Array(array.words().select(axes, integers));
  }

  private int bit(Expression.Call call, SymbolicScope scope) {
    BitVector value = whole(call, 0, scope);
    BitVector position = whole(call, 1, scope);
    if (!position.isConstant()) {
      throw ExpressionBlaster.unsupported("a bit at a varying position", call.span());
    }
    if (position.min().signum() < 0) {
      return BooleanGraph.FALSE;
    }
    boolean near = position.min().bitLength() < 31;
    return value.bit(near ? position.min().intValue() : value.width());
  }

  /** The number of binary digits, 0 for what is not positive. */
  private BitVector length(BitVector value) {
    BitVector result = BitVector.constant(0);
    for (int i = 0; i + 1 < value.width(); i++) {
      int atLeast = integers.atLeast(value, BigInteger.ONE.shiftLeft(i));
      result = integers.choose(atLeast, BitVector.constant(i + 1), result);
    }
    return result;
  }

  private BitVector ceiling(Expression.Call call, SymbolicScope scope) {
    if (call.arguments().size() == 1) {
      return integers.negate(fractions.floor(fractions.negate(fraction(call, 0, scope))));
    }
    BitVector divisor = whole(call, 1, scope);
    return integers.negate(integers.divide(integers.negate(whole(call, 0, scope)), divisor));
  }

  private BitVector whole(Expression.Call call, int position, SymbolicScope scope) {
    return expressions.whole(argument(call, position, scope), call.span());
  }

  private Fraction fraction(Expression.Call call, int position, SymbolicScope scope) {
    return expressions.fraction(argument(call, position, scope), call.span());
  }

  private SymbolicValue argument(Expression.Call call, int position, SymbolicScope scope) {
    if (position >= call.arguments().size()) {
      throw ExpressionBlaster.unsupported("a missing argument", call.span());
    }
    return expressions.evaluate(call.arguments().get(position), scope);
  }
}
