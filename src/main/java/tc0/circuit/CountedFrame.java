package tc0.circuit;

/** An instance whose gates are counted and not made. */
final class CountedFrame extends LazyFrame {

  final Counter counter;

  CountedFrame(Template<?> template, Counter counter, FormArray.Room room) {
    super(template, room);
    this.counter = counter;
  }

  @Override
  FormCollector<CountedForm> collector() {
    return new CountedForm();
  }
}
