package tc0.syntax.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tc0.syntax.Modules;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Citation;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.GeneratorClause;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.ast.Type;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.source.Span;

class ModuleParserTest {

  @Test
  void anEmptyFileIsAnEmptyModule() {
    SourceModule module = Modules.parsed("// nothing\n");
    assertThat(module.name()).isEmpty();
    assertThat(module.imports()).isEmpty();
    assertThat(module.declarations()).isEmpty();
  }

  @Test
  void importsHaveAnAliasOrNamesOrNeither() {
    SourceModule module =
        Modules.parsed("import std.float as f; import std.integer (add, div); import a;");
    assertThat(module.imports())
        .extracting(one -> one.module().toString())
        .containsExactly("std.float", "std.integer", "a");
    assertThat(module.imports().get(0).alias()).map(Identifier::text).contains("f");
    assertThat(module.imports().get(1).names())
        .extracting(Identifier::text)
        .containsExactly("add", "div");
  }

  @Test
  void spansGoFromTheFirstToTheLastToken() {
    Expression.Binary sum = (Expression.Binary) Modules.expression("x[1] + f(y, 2)");
    assertThat(sum.span()).isEqualTo(new Span("test.tc0", 26, 40, 2, 6));
    assertThat(sum.right().span()).isEqualTo(new Span("test.tc0", 33, 40, 2, 13));
  }

  @Test
  void spansCountUtf16UnitsAndColumnsCountCodePoints() {
    SourceModule module = Modules.parsed("source a \"𝔽𝔽\"; source b \"\";");
    assertThat(module.declarations().get(1).span()).isEqualTo(new Span("test.tc0", 17, 29, 1, 16));
  }

  @Test
  void membershipBindsTighterThanTheInOfALetOnlyInsideBrackets() {
    Expression.LetIn let =
        (Expression.LetIn) Modules.expression("let a = [m in P], b = a in [b in P]");
    assertThat(let.bindings()).hasSize(2);
    assertThat(let.bindings().get(0).value()).isInstanceOf(Expression.Indicator.class);
    assertThat(((Expression.Indicator) let.body()).condition())
        .isInstanceOf(Expression.Member.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "product", "maj", "all", "any", "bit", "div", "mod", "depth"})
  void wordsOfTheLanguageMayNameCircuits(String word) {
    SourceModule module =
        Modules.parsed("circuit " + word + "(x: bit) -> bit { return = float." + word + "(x); }");
    Declaration.Circuit circuit = (Declaration.Circuit) module.declarations().get(0);
    Item.Return result = (Item.Return) circuit.body().get(0);
    assertThat(circuit.header().name().text()).isEqualTo(word);
    assertThat(((Expression.Call) result.value()).callee()).hasToString("float." + word);
  }

  @Test
  void aBraceAfterANamedFoldIsAFoldAndAfterADottedNameACall() {
    assertThat(((Expression.Fold) Modules.expression("sum { x[i] : i < n }")).operator())
        .isEqualTo(FoldOperator.SUM);
    assertThat(Modules.expression("float.sum { x[i] : i < n }"))
        .isInstanceOf(Expression.Call.class);
  }

  @Test
  void aBodyIsNeverTheArgumentOfACallInFrontOfIt() {
    Declaration.Circuit circuit =
        (Declaration.Circuit)
            Modules.parsed(
                    "circuit c[n](x: bit[n]) -> bit where n >= p { iterate t < n from H = x { H ="
                        + " y; } return = H; }")
                .declarations()
                .get(0);
    assertThat(circuit.header().constraints()).hasSize(1);
    Item.Iterate loop = (Item.Iterate) circuit.body().get(0);
    assertThat(loop.states().get(0).value()).isInstanceOf(Expression.Name.class);
    assertThat(loop.body()).hasSize(1);
  }

  @Test
  void bindersTellTheNameFromTheBounds() {
    Expression.Fold fold =
        (Expression.Fold) Modules.expression("or { x : i < n, a < j <= b, q in P when i != j }");
    List<Binder> binders = fold.operands().box().orElseThrow().binders();
    assertThat(binders).extracting(b -> b.name().text()).containsExactly("i", "j", "q");
    Binder.Range range = (Binder.Range) binders.get(1);
    assertThat(range.lower().orElseThrow().strict()).isTrue();
    assertThat(range.upperInclusive()).isTrue();
    assertThat(fold.operands().box().orElseThrow().guard()).isPresent();
  }

  @Test
  void extentsInSeparateBracketsAreOneList() {
    Declaration.RecordType type =
        (Declaration.RecordType)
            Modules.parsed("type m(p) = { a, b: float(p)[n][d + 1], c: form bit[n, d] };")
                .declarations()
                .get(0);
    assertThat(type.fields()).extracting(f -> f.name().text()).containsExactly("a", "b", "c");
    assertThat(type.fields()).allMatch(field -> field.type().extents().size() == 2);
    assertThat(type.fields().get(2).type()).isInstanceOf(Type.FormBit.class);
  }

  @Test
  void lemmasKeepTheirClausesInOrder() {
    Declaration.Lemma lemma =
        (Declaration.Lemma)
            Modules.parsed(
                    """
                    lemma l "title" cites a "Lemma 4.4" recalled, b {
                      of c under r;
                      strict depth <= 3;
                      in TC^1;
                      check random 100 seed 7 for n = 2, w = 1..4 within 20 s;
                    }
                    """)
                .declarations()
                .get(0);
    assertThat(lemma.citations()).hasSize(2);
    assertThat(lemma.citations().get(0).locator()).contains("Lemma 4.4");
    assertThat(lemma.citations().get(0).status()).contains(Citation.Status.RECALLED);
    assertThat(((LemmaClause.DepthBound) lemma.clauses().get(1)).kind())
        .isEqualTo(LemmaClause.DepthKind.STRICT);
    assertThat(((LemmaClause.InClass) lemma.clauses().get(2)).complexityClass().level())
        .isEqualTo(OptionalInt.of(1));
    Check check = (Check) lemma.clauses().get(3);
    assertThat(check.method())
        .isEqualTo(new Check.Random(BigInteger.valueOf(100), Optional.of(BigInteger.valueOf(7))));
    assertThat(check.ranges())
        .extracting(Check.SizeRange::to)
        .containsExactly(BigInteger.TWO, BigInteger.valueOf(4));
    assertThat(check.seconds()).contains(BigInteger.valueOf(20));
  }

  @Test
  void factsAreAboutProblemsOrAboutPrimitives() {
    SourceModule module =
        Modules.parsed(
            """
            fact h : word_problem hard for NC1 under AC0 reductions uniform dlogtime;
            fact z : float.sum ignores zero { check exhaustive for n = 3; };
            """);
    assertThat(((Declaration.Fact) module.declarations().get(0)).body())
        .isInstanceOf(FactBody.Hardness.class);
    assertThat(((Declaration.Fact) module.declarations().get(1)).body())
        .isInstanceOfSatisfying(
            FactBody.Property.class,
            property -> assertThat(property.kind()).isEqualTo(FactBody.Kind.IGNORES_ZERO));
  }

  @Test
  void wiresOfGeneratorsHaveRailsPortsAndConditions() {
    Declaration.Generator generator =
        (Declaration.Generator)
            Modules.parsed(
                    """
                    generator g for c uniform fo {
                      wire not a.b[t] (1, k) -> not x[t + k].sign when k < t;
                      wire d () -> 1;
                    }
                    """)
                .declarations()
                .get(0);
    GeneratorClause.Wire wire = (GeneratorClause.Wire) generator.clauses().get(0);
    assertThat(wire.complement()).isTrue();
    assertThat(wire.label()).hasSize(2);
    assertThat(wire.port()).hasSize(2);
    assertThat(((GeneratorClause.WireChild) wire.child()).complement()).isTrue();
    assertThat(wire.condition()).isPresent();
    assertThat(((GeneratorClause.Wire) generator.clauses().get(1)).child())
        .isInstanceOfSatisfying(
            GeneratorClause.ConstantChild.class, child -> assertThat(child.value()).isTrue());
  }

  @Test
  void diagnosticsComeInTheOrderOfTheirPlaces() {
    List<Diagnostic> errors =
        Modules.errors("circuit c() -> bit {\n a = f[W = 1, 2](x);\n b = ;\n c = x[];\n}\n");
    assertThat(errors).extracting(error -> error.span().line()).containsExactly(2, 3, 4);
  }

  @Test
  void aFileFullOfErrorsReportsTheFirstFifty() {
    String text = "circuit c() -> bit {\n" + " g = (;\n".repeat(20_000) + "}\n";
    assertThat(Modules.errors(text))
        .hasSize(50)
        .last()
        .satisfies(error -> assertThat(error.span().line()).isEqualTo(51));
  }
}
