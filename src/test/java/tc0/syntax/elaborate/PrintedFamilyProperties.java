package tc0.syntax.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tc0.kernel.Circuit;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.syntax.Modules;
import tc0.syntax.printer.ModulePrinter;

/** Random families are well-formed, and printing their source does not change them. */
class PrintedFamilyProperties {

  @Property(tries = 200)
  void aPrintedFamilyElaboratesToTheSameCore(@ForAll long seed) {
    String text = new RandomFamily(seed).text();
    Circuit.Family family = Families.last(text);
    assertThat(Families.last(ModulePrinter.print(Modules.parsed(text)))).isEqualTo(family);
  }

  @Property(tries = 100)
  void theKernelAcceptsWhatIsElaborated(@ForAll long seed) {
    Circuit.Family family = Families.last(new RandomFamily(seed).text());
    assertThat(new Kernel().summarise(family)).isInstanceOf(Outcome.Granted.class);
  }
}
