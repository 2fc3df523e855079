/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.api.paging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.api.complaints.Complaint;
import io.github.wechatpay4j.api.complaints.ComplaintListResponse;
import io.github.wechatpay4j.api.complaints.Complaints;
import io.github.wechatpay4j.api.productcoupons.UserProductCoupon;
import io.github.wechatpay4j.api.productcoupons.UserProductCouponListResponse;
import io.github.wechatpay4j.api.productcoupons.UserProductCoupons;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What holds for streams and fluxes alike. A page that no test expects is answered 404,
 * which would surface.
 */
abstract class PagesContract {

	static final String PATH = "/v3/merchant-service/complaints-v2";

	static final Pages<Complaint> COMPLAINTS = Pages.byOffset(PagesContract::page, ComplaintListResponse::data,
			ComplaintListResponse::totalCount);

	private static final Pages<UserProductCoupon> COUPONS = Pages.byToken(
			(token) -> UserProductCoupons.list("o1", "120344", (r) -> r.pageSize(2).pageToken(token)),
			UserProductCouponListResponse::userCouponList, UserProductCouponListResponse::nextPageToken);

	static WechatPayRequest<ComplaintListResponse> page(long offset) {
		LocalDate day = LocalDate.of(2026, 11, 22);
		return Complaints.list((r) -> r.beginDate(day).endDate(day).limit(3).offset(offset));
	}

	abstract FakePlatform platform();

	/** The ids of the first items; all that is there for a large number. */
	abstract <T> List<T> read(Pages<T> pages, int most);

	final List<String> ids(int most) {
		return read(COMPLAINTS, most).stream().map(Complaint::complaintId).toList();
	}

	final void answers(long offset, ResponseDefinitionBuilder answer) {
		platform().answers(get(urlPathEqualTo(PATH)).withQueryParam("offset", equalTo(Long.toString(offset))), answer);
	}

	final ResponseDefinitionBuilder complaints(String total, int... ids) {
		return platform().signed(200,
				IntStream.of(ids)
					.mapToObj((id) -> "{\"complaint_id\":\"" + id + "\",\"complaint_state\":\"PENDING\"}")
					.collect(Collectors.joining(",", "{\"data\":[", "]" + total + "}")));
	}

	private void coupons(String token, String next, int... codes) {
		platform().answers(
				get(urlPathEqualTo("/v3/marketing/partner/product-coupon/users/o1/coupons"))
					.withQueryParam("page_token", token.isEmpty() ? absent() : equalTo(token)),
				platform().signed(200,
						IntStream.of(codes)
							.mapToObj((code) -> "{\"coupon_code\":\"" + code + "\"}")
							.collect(Collectors.joining(",", "{\"user_coupon_list\":[", "]," + next + "}"))));
	}

	@Test
	void readsAllPagesAndNotOneMoreThanTheTotalSays() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, complaints(",\"total_count\":6", 4, 5, 6));
		assertThat(ids(100)).containsExactly("1", "2", "3", "4", "5", "6");
		assertThat(platform().requests()).hasSize(2);
		assertThat(ids(100)).as("from the start again").hasSize(6);
	}

	@Test
	void leavesNoGapAfterAShortPage() {
		answers(0, complaints(",\"total_count\":3", 1, 2));
		answers(2, complaints(",\"total_count\":3", 3));
		assertThat(ids(100)).containsExactly("1", "2", "3");
	}

	@Test
	void believesTheLatestTotal() {
		answers(0, complaints(",\"total_count\":100", 1, 2, 3));
		answers(3, complaints(",\"total_count\":4", 4));
		assertThat(ids(100)).hasSize(4);
	}

	@Test
	void endsWithAnEmptyPage() {
		answers(0, complaints("", 1, 2, 3));
		answers(3, complaints(""));
		assertThat(ids(100)).containsExactly("1", "2", "3");
		answers(0, complaints(",\"total_count\":0"));
		assertThat(ids(100)).isEmpty();
	}

	@Test
	void losesNothingInSilenceWhenAPageIsEmptyBeforeTheEnd() {
		answers(0, complaints(",\"total_count\":7", 1, 2, 3));
		answers(3, complaints(",\"total_count\":7"));
		assertThatIllegalStateException().isThrownBy(() -> ids(100))
			.withMessage("The platform sends an empty page after 3 of 7 items");
		coupons("", "\"next_page_token\":\"a\"");
		coupons("a", "\"next_page_token\":\"\"", 1);
		assertThat(read(COUPONS, 100)).extracting(UserProductCoupon::couponCode).containsExactly("1");
	}

	@Test
	void fetchesNoPageBeforeItIsNeeded() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		assertThat(ids(3)).hasSize(3);
		assertThat(platform().requests()).hasSize(1);
	}

	@Test
	void surfacesTheExceptionOfAPage() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, FakePlatform.with(403, "{\"code\":\"NO_AUTH\"}", Map.of()));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> ids(100))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("NO_AUTH"));
	}

	@Test
	void refusesAPlatformThatRepeatsThePage() {
		platform().answers(complaints("", 1, 2, 3));
		assertThatIllegalStateException().isThrownBy(() -> ids(100))
			.withMessageStartingWith("The platform repeats a page of 3 items instead of going on");
		assertThat(platform().requests()).hasSize(2);
	}

	@Test
	void countsPagesWhereTheOperationDoes() {
		answers(1, complaints(",\"total_count\":5", 1, 2, 3));
		answers(2, complaints(",\"total_count\":5", 4, 5));
		Pages<Complaint> numbered = Pages.byNumber(1, PagesContract::page, ComplaintListResponse::data,
				ComplaintListResponse::totalCount);
		assertThat(read(numbered, 100)).hasSize(5);
	}

	@Test
	void followsTokensToTheLastPage() {
		coupons("", "\"next_page_token\":\"a\"", 1, 2);
		coupons("a", "\"next_page_token\":\"b\"", 3, 4);
		coupons("b", "\"next_page_token\":\"\"", 5);
		assertThat(read(COUPONS, 100)).extracting(UserProductCoupon::couponCode)
			.containsExactly("1", "2", "3", "4", "5");
		coupons("b", "\"total_count\":5", 5);
		assertThat(read(COUPONS, 100)).hasSize(5);
	}

	@Test
	void refusesTokensThatGoInCircles() {
		coupons("", "\"next_page_token\":\"a\"", 1, 2);
		coupons("a", "\"next_page_token\":\"b\"", 3, 4);
		coupons("b", "\"next_page_token\":\"a\"", 5, 6);
		assertThatIllegalStateException().isThrownBy(() -> read(COUPONS, 100))
			.withMessageStartingWith("The platform goes in circles");
	}

}
