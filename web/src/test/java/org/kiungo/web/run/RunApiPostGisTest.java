package org.kiungo.web.run;

import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;

/** The same on PostGIS. */
@OnPostGis
class RunApiPostGisTest extends RunApiTest implements PostGisCheck {}
