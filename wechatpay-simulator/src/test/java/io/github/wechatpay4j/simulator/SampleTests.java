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

package io.github.wechatpay4j.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import io.github.wechatpay4j.api.banks.Banks;
import io.github.wechatpay4j.api.complaints.ComplaintImages;
import io.github.wechatpay4j.api.complaints.Complaints;
import io.github.wechatpay4j.api.fapiao.FapiaoApplications;
import io.github.wechatpay4j.api.fapiao.ReverseReason;
import io.github.wechatpay4j.api.media.Media;
import io.github.wechatpay4j.api.merchantmanagement.SubmissionFiles;
import io.github.wechatpay4j.api.profitsharing.ProfitSharing;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingBillResponse;
import io.github.wechatpay4j.api.profitsharing.AddProfitSharingReceiverResponse;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingOrder;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingReceiverType;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingReceivers;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingRelationType;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingState;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.simulator.RawCall.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations that are not modelled are answered with samples, to typed requests too.
 */
class SampleTests extends SimulatorTestSupport {

	private static final byte[] CONTENT = "not quite a file".getBytes(StandardCharsets.UTF_8);

	private static final String RECEIVERS = "/v3/profitsharing/receivers/add";

	private <T> T execute(WechatPayRequest<T> request) {
		return this.caller.client().execute(request);
	}

	private RawCall raw(String target, String body) {
		RawCall call = new RawCall(this.caller.merchant());
		call.headers.put("Wechatpay-Serial", this.simulator.merchants().get(0).publicKeyId());
		call.target = target;
		call.body = body;
		return call;
	}

	@Test
	void answersWithWhatWasAsked() {
		ProfitSharingOrder order = execute(ProfitSharing.query("P20260102001", "4200000001202601020000000007"));
		assertThat(order.outOrderNo()).isEqualTo("P20260102001");
		assertThat(order.transactionId()).isEqualTo("4200000001202601020000000007");
		assertThat(order.state()).isEqualTo(ProfitSharingState.FINISHED);
		assertThat(order.receivers()).hasSize(1);
		assertThat(order.receivers().get(0).amount()).isEqualTo(100);
	}

	@Test
	void readsSensitiveFieldsAndWritesThemForTheMerchant() {
		AddProfitSharingReceiverResponse receiver = execute(
				ProfitSharingReceivers.add((r) -> r.type(ProfitSharingReceiverType.PERSONAL_OPENID)
					.account("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
					.name("李四")
					.relationType(ProfitSharingRelationType.STAFF)));
		assertThat(receiver.name()).isEqualTo("李四");
		assertThat(receiver.account()).isEqualTo("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
		assertThat(receiver.relationType()).isEqualTo(ProfitSharingRelationType.STAFF);
	}

	@Test
	void answersNothingWhereThatIsTheAnswer() {
		assertThat(execute(Complaints.complete("200201820200101080076610000", this.caller.mchid())))
			.isEqualTo(NoContent.INSTANCE);
		// 202, which would be an error anywhere else
		assertThat(execute(FapiaoApplications.reverse((r) -> r.fapiaoApplyId("4200000444201910177461284488")
			.reverseReason(ReverseReason.ISSUE_ERROR)
			.addFapiaoInformation((f) -> f.fapiaoId("20200701123456").fapiaoNumber("12897794")))))
			.isEqualTo(NoContent.INSTANCE);
	}

	@Test
	void takesUploads() throws Exception {
		assertThat(execute(Media.uploadVideo("a.mp4", CONTENT)).mediaId()).isNotEmpty();
		assertThat(execute(SubmissionFiles
			.upload((r) -> r.subMchid("1900000109").submissionFile(new UploadFile("a.png", CONTENT)).itemId(7)))
			.fileId()).isNotEmpty();
		RawCall wrong = raw("/v3/merchant/media/video_upload", "");
		wrong.signedBody = "{\"filename\":\"a.mp4\",\"sha256\":\"" + "0".repeat(64) + "\"}";
		wrong.headers.put("Content-Type", "multipart/form-data; boundary=x");
		wrong.body = "--x\r\nContent-Disposition: form-data; name=\"meta\"\r\n\r\n" + wrong.signedBody
				+ "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\na\r\n--x--\r\n";
		assertThat(wrong.send(this.simulator.url()).json().at("/detail/field").stringValue()).isEqualTo("/sha256");
	}

	@Test
	void answersFiles() {
		UnverifiedFile image = execute(ComplaintImages.download("media-1"));
		assertThat(image.contentType()).isEqualTo("image/png");
		assertThat(image.content()).startsWith(0x89, 'P', 'N', 'G');
		ProfitSharingBillResponse bill = execute(ProfitSharing.bill(LocalDate.of(2026, 1, 2)));
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		// Checks the hash
		this.caller.client().download(bill, target);
		assertThat(target.toString(StandardCharsets.UTF_8)).contains("sample");
	}

	@Test
	void readsSensitiveParameters() throws Exception {
		assertThat(execute(Banks.searchByBankAccount("6214830000000000")).data()).hasSize(1);
		RawCall plain = raw("", "").get("/v3/capital/capitallhh/banks/search-banks-by-bank-account?account_number=1");
		Answer answer = plain.send(this.simulator.url());
		assertThat(answer.code()).isEqualTo("PARAM_ERROR");
		assertThat(answer.json().at("/detail/field").stringValue()).isEqualTo("account_number");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/type | {'account':'a','relation_type':'STAFF'}",
					"/type | {'type':'','account':'a','relation_type':'STAFF'}",
					"/account | {'type':'MERCHANT_ID','account':1,'relation_type':'STAFF'}",
					"/name | {'type':'MERCHANT_ID','account':'a','relation_type':'STAFF','name':'plain'}",
					"/name | {'type':'MERCHANT_ID','account':'a','relation_type':'STAFF','name':[]}" },
			quoteCharacter = '"')
	void namesTheFieldThatIsWrong(String field, String body) {
		String json = body.replace('\'', '"').replace("{", "{\"appid\":\"wx1\",");
		assertWrongField(field, () -> this.caller.post(RECEIVERS, json));
	}

	@Test
	void namesFieldsOfTheQueryAndOfInnerObjects() {
		assertWrongField("transaction_id", () -> this.caller.get("/v3/profitsharing/orders/P1"));
		assertWrongField("/fapiao_information",
				() -> this.caller.post("/v3/new-tax-control-fapiao/fapiao-applications/1/reverse",
						"{\"reverse_reason\":\"ISSUE_ERROR\",\"fapiao_information\":[]}"));
		assertWrongField("/fapiao_information/0/fapiao_id",
				() -> this.caller.post("/v3/new-tax-control-fapiao/fapiao-applications/1/reverse",
						"{\"reverse_reason\":\"ISSUE_ERROR\",\"fapiao_information\":[{\"fapiao_number\":\"1\"}]}"));
	}

	@Test
	void isAsStrictAsWhatIsModelled() throws Exception {
		assertThat(raw(RECEIVERS, "not json").send(this.simulator.url()).code()).isEqualTo("PARAM_ERROR");
		RawCall changed = raw(RECEIVERS, "{}");
		changed.signedBody = "{ }";
		assertThat(changed.send(this.simulator.url()).code()).isEqualTo("SIGN_ERROR");
		assertThat(raw("/v3/profitsharing/no-such-thing", "{}").send(this.simulator.url()).status()).isEqualTo(404);
	}

	@Test
	void tellsSamplesFromModels() throws Exception {
		Answer sample = new RawCall(this.caller.merchant()).get("/v3/capital/capitallhh/areas/provinces")
			.send(this.simulator.url());
		assertThat(sample.headers()).containsEntry("x-wechatpay-simulator", "sample");
		Answer modelled = new RawCall(this.caller.merchant()).get("/v3/certificates").send(this.simulator.url());
		assertThat(modelled.status()).isEqualTo(200);
		assertThat(modelled.headers()).doesNotContainKey("x-wechatpay-simulator");
	}

}
