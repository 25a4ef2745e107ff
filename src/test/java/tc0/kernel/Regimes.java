package tc0.kernel;

import java.util.List;
import java.util.TreeMap;

/** Regimes for tests. */
final class Regimes {
  private final TreeMap<String, Regime.Rate> rates = new TreeMap<>();

  private Regimes() {}

  /** {@code n grows}. */
  static Regimes grows() {
    Regimes regimes = new Regimes();
    regimes.rates.put("n", new Regime.Rate.Base());
    return regimes;
  }

  Regimes with(String parameter, Regime.Rate rate) {
    rates.put(parameter, rate);
    return this;
  }

  Regimes constant(String parameter) {
    return with(parameter, new Regime.Rate.Within(new Growth.Order(0, 0)));
  }

  Regimes log(String parameter) {
    return with(parameter, new Regime.Rate.Within(new Growth.Order(0, 1)));
  }

  Regimes linear(String parameter) {
    return with(parameter, new Regime.Rate.Within(new Growth.Order(1, 0)));
  }

  Regimes polynomial(String parameter) {
    return with(parameter, new Regime.Rate.SomePolynomial());
  }

  Regime named(String name) {
    return new Regime(name, rates, List.of());
  }

  /** The regime of the transformer papers, with m layers and n keys. */
  static Regime papers() {
    return grows().linear("d").polynomial("p").linear("keys").constant("m").named("poly_precision");
  }
}
