package org.kiungo.web.draft;

import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;

/** The same on PostGIS. */
@OnPostGis
class DraftApiPostGisTest extends DraftApiTest implements PostGisCheck {}
