package org.kiungo.web.account;

import java.util.List;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostGIS, which has texts, and rows of others, of its own kind. */
@AccountsTest
@OnPostGis
@ContextConfiguration(
    initializers = {
      ApiTest.EmptyDataFolder.class,
      Provider.FreePort.class,
      OnPostGis.SchemaOfItsOwn.class
    })
class RolesAndRoutesPostGisTest extends RolesAndRoutesTest implements PostGisCheck {

  /** What looks at texts before they are stored is the same: some addresses, or all of them. */
  @Override
  List<Route> toldTexts() {
    return SeededSample.of("addresses of texts on PostGIS", routes(), 80);
  }
}
