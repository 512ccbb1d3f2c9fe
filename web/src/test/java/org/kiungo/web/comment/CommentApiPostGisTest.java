package org.kiungo.web.comment;

import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;

/** The same on PostGIS. */
@OnPostGis
class CommentApiPostGisTest extends CommentApiTest implements PostGisCheck {}
