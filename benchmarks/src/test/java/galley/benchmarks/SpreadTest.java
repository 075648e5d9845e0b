package galley.benchmarks;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpreadTest {

    @Test
    void aPercentileIsTheSmallestFigureThatSoManyDontExceed() {
        double[] figures = IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
        Spread spread = new Spread(figures);
        assertThat(spread.min()).isEqualTo(1);
        assertThat(spread.median()).isEqualTo(100);
        assertThat(spread.percentile(99)).isEqualTo(198);
        assertThat(spread.percentile(99.9)).isEqualTo(200);
        assertThat(spread.max()).isEqualTo(200);
    }

    @Test
    void oneFigureIsEveryPercentile() {
        assertThat(new Spread(7).show("%.1f")).isEqualTo("7.0 / 7.0 / 7.0");
    }

    @Test
    void noFigureIsAnError() {
        assertThatThrownBy(Spread::new).isInstanceOf(IllegalArgumentException.class);
    }
}
