package org.kiungo.planner.folder.doubt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records that hold plans as bytes, plans as the files of futures have them, for another Java. */
public final class BriefJson {

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
  private interface Named {}

  @JsonIgnoreProperties("none")
  private interface Proof {}

  private final JsonMapper json;

  /**
   * @param places of all plans, in their order
   * @param kinds a sealed interface: of what is one, bytes tell which of its records it is
   */
  public BriefJson(List<Settlement> places, Class<?> kinds) {
    SimpleModule plans = new SimpleModule("plans in brief");
    plans.addSerializer(Plan.class, new Writer());
    plans.addDeserializer(Plan.class, new Reader(places));
    json =
        FutureFile.JSON
            .rebuild()
            .addMixIn(kinds, Named.class)
            .addMixIn(BoundProof.class, Proof.class)
            .addModule(plans)
            .build();
  }

  public byte[] bytes(Object record) {
    return json.writeValueAsBytes(record);
  }

  public <T> T read(byte[] bytes, Class<T> type) {
    return json.readValue(bytes, type);
  }

  private static final class Writer extends StdSerializer<Plan> {
    Writer() {
      super(Plan.class);
    }

    @Override
    public void serialize(Plan plan, JsonGenerator out, SerializationContext context) {
      context.writeValue(out, Brief.of(plan));
    }
  }

  private static final class Reader extends StdDeserializer<Plan> {

    private final List<Settlement> places;

    Reader(List<Settlement> places) {
      super(Plan.class);
      this.places = places;
    }

    @Override
    public Plan deserialize(JsonParser in, DeserializationContext context) {
      return context.readValue(in, Brief.class).plan(places);
    }
  }
}
